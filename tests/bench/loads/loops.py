# /// coroscope
# title = "Benchmark: nested loops"
# [cost]
# instruction = 0
# ///
"""Nested loops over small integers."""

SIZE = 1  # times 250,000 turns of the inner loop


def count(outer):
    total = 0
    for i in range(outer):
        for j in range(500):
            total += (i ^ j) & 7
            if total > 1_000_000:
                total -= 1_000_000
    return total


for _ in range(SIZE):
    count(500)

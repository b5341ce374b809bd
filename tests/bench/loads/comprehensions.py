# /// coroscope
# title = "Benchmark: comprehensions"
# [cost]
# instruction = 0
# ///
"""Comprehensions of every kind, nested and with conditions."""

SIZE = 1  # times a thousand items


def work():
    squares = [n * n for n in range(1_000)]
    even = [n for n in squares if n % 2 == 0]
    table = [[row * column for column in range(30)] for row in range(30)]
    flat = [cell for row in table for cell in row if cell]
    index = {n: str(n) for n in even}
    endings = {name[-1] for name in index.values()}
    total = sum(cell + 1 for cell in flat)
    return total, len(endings), any(n > 998_000 for n in squares)


for _ in range(SIZE):
    work()

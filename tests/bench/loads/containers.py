# /// coroscope
# title = "Benchmark: dicts, lists and strings"
# [cost]
# instruction = 0
# ///
"""Builds, sorts, joins, splits and counts: dicts, lists and strings."""

SIZE = 1  # times a thousand rows


def work():
    rows = [{"name": f"item {n * 7919 % 1000}", "size": n * 31 % 17} for n in range(1_000)]
    rows.sort(key=lambda row: (row["size"], row["name"]))
    text = ",".join(row["name"] for row in rows)
    counts = {}
    for word in text.replace(",", " ").split():
        counts[word] = counts.get(word, 0) + 1
    longest = sorted(counts, key=len)[-1]
    squares = [row["size"] ** 2 for row in rows if row["name"].endswith("7")]
    return longest.upper(), sum(squares), len({row["size"] for row in rows})


for _ in range(SIZE):
    work()

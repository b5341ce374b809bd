# /// coroscope
# title = "Benchmark: building strings"
# [cost]
# instruction = 0
# ///
"""Builds strings as lessons do: f-strings, joining, adding on, slicing, replacing."""

SIZE = 1  # times a thousand lines


def work():
    lines = []
    for n in range(1_000):
        line = f"[{n:04d}] worker {n % 7} took {n / 8:.2f} s"
        lines.append(line.replace("took", "needed").upper() if n % 3 else line + "!")
    text = "\n".join(lines)
    report = ""
    for line in text.splitlines():
        head, _, tail = line.partition("] ")
        report += head[1:] + ":" + tail.title() + ";"
    return len(report), report.count("Worker"), "%s/%d" % (report[:5], len(lines))


for _ in range(SIZE):
    work()

"""Tables in plain text: column widths from the data, numbers, percentages, nested formats."""
from datetime import date

ROWS = [
    ("Tea", 12, 3.5, date(2024, 1, 5)),
    ("Coffee beans", 3, 14.25, date(2023, 12, 31)),
    ("Sugar", 105, 0.9, None),
]
HEAD = ("item", "count", "price", "bought")


def text(cell):
    match cell:
        case float():
            return f"{cell:,.2f}"
        case date():
            return f"{cell:%d %b %Y}"
        case None:
            return "-"
        case _:
            return str(cell)


def report(head, rows):
    table = [list(map(text, row)) for row in rows]
    widths = [max(len(line[i]) for line in [list(head)] + table) for i in range(len(head))]
    numeric = [all(isinstance(row[i], (int, float)) for row in rows) for i in range(len(head))]
    rule = "-+-".join("-" * width for width in widths)
    yield " | ".join(f"{name:^{width}}" for name, width in zip(head, widths)).rstrip()
    yield rule
    for line in table:
        yield " | ".join(f"{cell:{'>' if right else '<'}{width}}" for cell, width, right in zip(line, widths, numeric)).rstrip()
    yield rule


print(*report(HEAD, ROWS), sep="\n")
total = sum(count * price for _, count, price, _ in ROWS)
print(f"{'total':<20}{total:>12,.2f}")
for name, count, price, _ in sorted(ROWS, key=lambda row: -row[1] * row[2]):
    share = count * price / total
    print(f"{name[:8]:.<10}{share:>7.1%} {'█' * round(share * 20)}")
print("{0:>{width}} {1!r:^{width}} {name:{fill}<{width}}|".format("a", "b", name="c", width=6, fill="_"))
print("{:e} {:.3g} {:g} {:g} {:%} {:010.3f} {:+.1e}".format(12345.678, 12345.678, 1e-5, 1e20, 0.256, -3.14159, 0))
print("%-8s|%8.3f|%+d|%05d|%x|%o|%c|%r|%%|%5.1f%%" % ("left", 2.5, 3, 42, 255, 8, "z", "q", 99.5))
print("%(who)s has %(n)d %(what)-6s|" % {"who": "Kim", "n": 2, "what": "eggs"}, f"{ROWS[0][3]!s:>12} {ROWS[0][3]:%j} {total=:.1f} {HEAD[0]!r:>8} {'{}'}")

"""A report from a list of records: grouping, totals, sorting, and aligned columns."""
from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from statistics import mean, median, pstdev


@dataclass(frozen=True)
class Sale:
    day: str
    item: str
    quantity: int
    price: float

    @property
    def total(self):
        return self.quantity * self.price

    @classmethod
    def parse(cls, line):
        day, item, quantity, price = line.split(",")
        return cls(day, item.strip(), int(quantity), float(price))


RAW = """mon, tea, 3, 2.50
mon, cake, 1, 4
tue, tea, 5, 2.50
tue, pie, two, 3
wed, cake, 2, 4.25
wed, tea
wed, pie, 4, 3.10"""

sales, problems = [], []
for number, line in enumerate(RAW.splitlines(), 1):
    try:
        sales.append(Sale.parse(line))
    except ValueError as error:
        problems.append((number, error))

by_item = defaultdict(list)
for sale in sales:
    by_item[sale.item].append(sale)
header = f"{'item':<6}|{'sold':>5}|{'average':>9}|{'total':>8}"
print(header, "-" * len(header), sep="\n")
for item, group in sorted(by_item.items(), key=lambda pair: -sum(s.total for s in pair[1])):
    print(f"{item:<6}|{sum(s.quantity for s in group):>5}|{mean(s.price for s in group):>9.3f}|{sum(map(attrgetter('total'), group)):>8.2f}")
print("=" * len(header))
print(f"total {sum(s.total for s in sales):.2f}, median {median(s.total for s in sales)}, deviation {pstdev(s.total for s in sales):.4f}")
print("best:", max(sales, key=attrgetter("total")))
for number, error in problems:
    print(f"line {number}: {error}")

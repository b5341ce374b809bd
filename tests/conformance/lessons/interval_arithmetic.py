"""Closed intervals: containment, overlap, in-place union and uncertain arithmetic."""


class Interval:
    def __init__(self, low, high=None):
        high = low if high is None else high
        if high < low:
            raise ValueError(f"empty interval: {low} > {high}")
        self.low, self.high = low, high

    def __contains__(self, item):
        if isinstance(item, Interval):
            return self.low <= item.low and item.high <= self.high
        return self.low <= item <= self.high

    def __and__(self, other):
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def __ior__(self, other):
        self.low, self.high = min(self.low, other.low), max(self.high, other.high)
        return self

    def __add__(self, other):
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other):
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other):
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __invert__(self):
        return Interval(-self.high, -self.low)

    def __len__(self):
        return int(self.high - self.low)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"[{self.low}, {self.high}]"


a, b = Interval(2, 5), Interval(4, 9)
print(a & b, b & Interval(20, 30), a + b, a - b, a * ~b)
print(3 in a, 6 in a, Interval(3, 4) in a, b in a, len(b), bool(Interval(1)))
alias = a
a |= Interval(0)
a |= Interval(7)
print(a, alias is a)
try:
    print(a + 1)
except TypeError as error:
    print(error)
try:
    Interval(3, 1)
except ValueError as error:
    print(error)
busy = [Interval(1, 3), Interval(2, 6), Interval(8, 10), Interval(9, 11)]
merged = []
for each in sorted(busy, key=lambda i: i.low):
    if merged and merged[-1] & each:
        merged[-1] |= each
    else:
        merged.append(Interval(each.low, each.high))
print(merged, busy)

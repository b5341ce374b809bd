"""Operators, their reflected and their in-place forms."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, times):
        return Money(self.cents * times)
    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self.cents)

    def __iadd__(self, other):
        print("in place")
        self.cents += other.cents
        return self

    def __repr__(self):
        return f"${self.cents / 100:.2f}"

m = Money(150)
print(m + Money(50), m * 3, 2 * m, -m, sum([m, m, m]))
m += Money(1)
m *= 2
print(m)
try:
    m + 5
except TypeError as error:
    print(error)

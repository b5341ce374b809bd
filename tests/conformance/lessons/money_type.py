"""A type for money: whole cents inside, operators outside, and no mixing of currencies."""
from functools import total_ordering


class CurrencyMismatch(TypeError):
    pass


@total_ordering
class Money:
    __slots__ = ("cents", "currency")

    def __init__(self, amount, currency="EUR"):
        self.cents = round(amount * 100)
        self.currency = currency

    @classmethod
    def of_cents(cls, cents, currency="EUR"):
        made = cls.__new__(cls)
        made.cents, made.currency = cents, currency
        return made

    def _same(self, other):
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} do not mix")

    def __eq__(self, other):
        return isinstance(other, Money) and (self.cents, self.currency) == (other.cents, other.currency)

    def __lt__(self, other):
        self._same(other)
        return self.cents < other.cents

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __add__(self, other):
        if other == 0:
            return self
        self._same(other)
        return Money.of_cents(self.cents + other.cents, self.currency)

    __radd__ = __add__

    def __mul__(self, factor):
        return Money.of_cents(round(self.cents * factor), self.currency)

    __rmul__ = __mul__

    def __neg__(self):
        return Money.of_cents(-self.cents, self.currency)

    def __format__(self, spec):
        return format(f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}", spec)

    def split(self, parts):
        """Shares that differ by a cent at most, and lose none."""
        small, left = divmod(self.cents, parts)
        return [Money.of_cents(small + (i < left), self.currency) for i in range(parts)]


basket = [Money(3.99), 2 * Money(0.35), Money(12)]
total = sum(basket)
print(f"total [{total:>14}]")
print([f"{share}" for share in total.split(3)], f"{sum(total.split(3)) == total}")
print(max(basket).cents, sorted(basket)[0].cents, Money(1) >= Money(1), Money(1) != Money(2))
print(len({Money(1), Money.of_cents(100), Money(1, "USD")}))
try:
    Money(1) + Money(1, "USD")
except CurrencyMismatch as error:
    print("refused:", error)
try:
    Money(1).note = "tip"
except AttributeError as error:
    print(error)

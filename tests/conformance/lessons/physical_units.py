"""Quantities with units: operators that multiply dimensions and refuse to add apples to pears."""
from collections import Counter


class Quantity:
    def __init__(self, value, **powers):
        self.value, self.powers = value, {unit: p for unit, p in sorted(powers.items()) if p}

    def _combine(self, other, sign):
        powers = Counter(self.powers)
        for unit, power in other.powers.items():
            powers[unit] += sign * power
        return powers

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Quantity(self.value * other, **self.powers)
        return Quantity(self.value * other.value, **self._combine(other, 1))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, (int, float)):
            return Quantity(self.value / other, **self.powers)
        return Quantity(self.value / other.value, **self._combine(other, -1))

    def __rtruediv__(self, other):
        return Quantity(other) / self

    def __add__(self, other):
        if not isinstance(other, Quantity) or other.powers != self.powers:
            raise TypeError(f"cannot add {other} to {self}")
        return Quantity(self.value + other.value, **self.powers)

    def __pow__(self, n):
        return Quantity(self.value ** n, **{u: p * n for u, p in self.powers.items()})

    def __float__(self):
        if self.powers:
            raise TypeError(f"{self} is not a plain number")
        return float(self.value)

    def __abs__(self):
        return Quantity(abs(self.value), **self.powers)

    def __round__(self, digits=None):
        return Quantity(round(self.value, digits), **self.powers)

    def __str__(self):
        units = "·".join(u if p == 1 else f"{u}^{p}" for u, p in self.powers.items())
        return f"{self.value:g} {units}".strip()


m, s, kg = Quantity(1, m=1), Quantity(1, s=1), Quantity(1, kg=1)
speed = 100 * m / (9.58 * s)
force = 70 * kg * 9.81 * m / s ** 2
print(round(speed, 2), force, 1 / s, 3 * m * m, sep=" | ")
print(float(6 * m / (2 * m)), abs(-4 * s), m ** 0, m + 2 * m)
for wrong in (lambda: m + s, lambda: m + 1, lambda: float(m), lambda: m / "x", lambda: 2 ** m, lambda: m - m):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")

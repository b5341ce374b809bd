"""Polynomials as a class: arithmetic, evaluation, printing."""
from itertools import zip_longest


class Polynomial:
    def __init__(self, *coefficients):
        """Coefficients from the constant term up; trailing zeros are dropped."""
        kept = list(coefficients)
        while kept and kept[-1] == 0:
            kept.pop()
        self.coefficients = tuple(kept)

    def __call__(self, x):
        value = 0
        for c in reversed(self.coefficients):
            value = value * x + c
        return value

    def __add__(self, other):
        other = self._wrap(other)
        return Polynomial(*(a + b for a, b in zip_longest(self.coefficients, other.coefficients, fillvalue=0)))

    __radd__ = __add__

    def __sub__(self, other):
        return self + -1 * self._wrap(other)

    def __rsub__(self, other):
        return self._wrap(other) - self

    def __mul__(self, other):
        other = self._wrap(other)
        result = [0] * (len(self.coefficients) + len(other.coefficients))
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                result[i + j] += a * b
        return Polynomial(*result)

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Polynomial(1)
        for _ in range(n):
            result *= self
        return result

    def __divmod__(self, divisor):
        rest, quotient = list(self.coefficients), []
        lead = divisor.coefficients[-1]
        while len(rest) >= len(divisor.coefficients):
            factor = rest[-1] / lead
            quotient.insert(0, factor)
            for i, c in enumerate(reversed(divisor.coefficients), 1):
                rest[-i] -= factor * c
            rest.pop()
        return Polynomial(*quotient), Polynomial(*rest)

    @staticmethod
    def _wrap(value):
        return value if isinstance(value, Polynomial) else Polynomial(value)

    def derivative(self):
        return Polynomial(*(i * c for i, c in enumerate(self.coefficients) if i))

    def __str__(self):
        terms = [f"{c:+}" + ("" if i == 0 else "x" if i == 1 else f"x^{i}") for i, c in enumerate(self.coefficients) if c]
        return " ".join(reversed(terms)) or "0"

    def __bool__(self):
        return bool(self.coefficients)


x = Polynomial(0, 1)
p = 3 + 2 * x - x ** 3
print(p, "|", p.derivative(), "|", p.derivative().derivative())
print([p(n) for n in range(-2, 3)], p(0.5))
print((x + 1) ** 4, "|", 1 - x, "|", p - p, bool(p - p))
quotient, rest = divmod(x ** 3 - 1, x - 1)
print(quotient, "rest", rest)

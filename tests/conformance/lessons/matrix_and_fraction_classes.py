"""Two small numeric types: fractions that stay reduced, matrices with @."""
from functools import reduce, total_ordering
from math import gcd


@total_ordering
class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        sign = -1 if bottom < 0 else 1
        common = gcd(top, bottom)
        self.top, self.bottom = sign * top // common, sign * bottom // common

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("/")))

    @staticmethod
    def _of(other):
        return other if isinstance(other, Fraction) else Fraction(other) if isinstance(other, int) else None

    def __add__(self, other):
        other = self._of(other)
        if other is None:
            return NotImplemented
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)
    __radd__ = __add__
    def __neg__(self): return Fraction(-self.top, self.bottom)
    def __sub__(self, other): return self + -other
    def __rsub__(self, other): return other + -self
    def __mul__(self, other):
        other = self._of(other)
        return NotImplemented if other is None else Fraction(self.top * other.top, self.bottom * other.bottom)
    __rmul__ = __mul__
    def __truediv__(self, other): return self * Fraction(self._of(other).bottom, self._of(other).top)
    def __pow__(self, n): return Fraction(self.top ** n, self.bottom ** n) if n >= 0 else Fraction(self.bottom, self.top) ** -n
    def __eq__(self, other): return (self.top, self.bottom) == ((o := self._of(other)) and (o.top, o.bottom))
    def __lt__(self, other): return self.top * self._of(other).bottom < self._of(other).top * self.bottom
    def __hash__(self): return hash((self.top, self.bottom))
    def __float__(self): return self.top / self.bottom
    def __bool__(self): return self.top != 0
    def __abs__(self): return Fraction(abs(self.top), self.bottom)
    def __round__(self, n=None): return round(float(self), n)
    def __repr__(self): return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)
    def __format__(self, spec): return format(float(self), spec) if spec else repr(self)


class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([int(i == j) for j in range(n)] for i in range(n))
    def __matmul__(self, other): return Matrix([sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows)
    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self
    def __getitem__(self, key):
        match key:
            case int(i): return self.rows[i]
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as r, slice() as c): return Matrix(row[c] for row in self.rows[r])
        raise TypeError(f"bad index {key!r}")
    def __setitem__(self, key, value): self.rows[key[0]][key[1]] = value
    def __eq__(self, other): return self.rows == other.rows
    def __str__(self):
        width = max(len(str(x)) for row in self.rows for x in row)
        return "\n".join(" ".join(f"{x!s:>{width}}" for x in row) for row in self.rows)
    def __pow__(self, n): return reduce(Matrix.__matmul__, [self] * n, Matrix.identity(len(self.rows)))
    @property
    def T(self): return Matrix(zip(*self.rows))


half, third = Fraction(1, 2), Fraction.parse("-2/-6")
print(half + third, half - third, half * third, half / third, 1 + half, 1 - half, 3 * third, half ** -3, -half, abs(-half), float(third), round(third, 3), f"{third:.2f} {half}")
print(half == Fraction(2, 4), half > third, third == 0.5, sorted([half, third, Fraction(3), Fraction(-1, 7)]), sum([half, third, half]), max(half, third), {half: "half"}[Fraction(3, 6)], bool(Fraction(0)), half != 1)
m = Matrix([[1, 1], [1, 0]])
print(m ** 10, (m ** 10)[0, 1], m[0], m[:, 1:].rows, m.T == m, sep="\n")
m @= Matrix([[half, third], [0, 1]])
m[1, 1] = 100
print(m)
for wrong in (lambda: half + "x", lambda: Fraction(1, 0), lambda: half * 1.5, lambda: m["x"], lambda: half + None, lambda: Fraction.parse("1/x"), lambda: half @ m, lambda: half / 0):
    try:
        print(wrong())
    except (TypeError, ZeroDivisionError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)

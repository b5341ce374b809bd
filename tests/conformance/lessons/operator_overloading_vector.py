"""A vector class with every operator: forward, reflected, in-place, comparison, container."""
from functools import total_ordering
from math import hypot


@total_ordering
class Vector:
    __slots__ = ("_parts",)

    def __init__(self, *parts):
        self._parts = tuple(parts)

    def __repr__(self):
        return f"{type(self).__name__}{self._parts if len(self._parts) != 1 else f'({self._parts[0]})'}"

    def __len__(self): return len(self._parts)
    def __iter__(self): return iter(self._parts)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vector(*self._parts[i])
        return self._parts[i]
    def __contains__(self, x): return any(abs(x - p) < 1e-9 for p in self)
    def __bool__(self): return any(self)
    def __abs__(self): return hypot(*self)
    def __neg__(self): return Vector(*(-p for p in self))
    def __pos__(self): return self
    def __invert__(self): return Vector(*reversed(self._parts))
    def __hash__(self): return hash(self._parts)
    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self._parts == other._parts
    def __lt__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return abs(self) < abs(other)
    def __add__(self, other):
        if isinstance(other, (Vector, tuple, list)):
            return Vector(*(a + b for a, b in zip(self, other, strict=True)))
        return NotImplemented
    __radd__ = __add__
    def __sub__(self, other): return self + (-other)
    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Vector(*(p * k for p in self))
        return NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, other): return sum(a * b for a, b in zip(self, other))
    def __truediv__(self, k): return Vector(*(p / k for p in self))
    def __floordiv__(self, k): return Vector(*(p // k for p in self))
    def __mod__(self, k): return Vector(*(p % k for p in self))
    def __divmod__(self, k): return self // k, self % k
    def __pow__(self, k, mod=None): return Vector(*(pow(p, k, mod) for p in self))
    def __iadd__(self, other):
        print("in place")
        self._parts = (self + other)._parts
        return self
    def __call__(self, f): return Vector(*map(f, self))
    def __index__(self): return len(self)
    def __int__(self): return int(abs(self))
    def __float__(self): return float(abs(self))
    def __round__(self, n=None): return Vector(*(round(p, n) for p in self))
    def __reversed__(self): return reversed(self._parts)


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v - w, v * 2, 2 * v, v @ w, v / 2, v // 2, v % 2, divmod(v, 2), v ** 2, pow(v, 2, 5))
print((10, 20) + v, v + [1, 1], -v, +v is v, ~v, abs(v), bool(Vector(0, 0)), int(v), float(v), round(v / 3, 2))
print(v == w, v != w, v < w, v >= w, v == (3, 4), sorted([v, w, Vector(0, 1)]), max(v, w), {v: 1}[Vector(3, 4)])
print(v[0], v[:1], v[-1], 4.0 in v, 5 in v, [*v], v(str), list(reversed(v)), [10, 20, 30][w], hex(v), sum([v, w], Vector(0, 0)))
u = v
u += w
print(u, u is v)
v -= w
print(v, u)
for text in ("v + 1", "1 + v", "v * v", "'a' * v", "v < 3", "v + Vector(1)", "v.extra", "v.__dict__", "v & w", "v @ 3", "v >> 1"):
    try:
        print({"v + 1": lambda: v + 1, "1 + v": lambda: 1 + v, "v * v": lambda: v * v, "'a' * v": lambda: "a" * v,
               "v < 3": lambda: v < 3, "v + Vector(1)": lambda: v + Vector(1), "v.extra": lambda: setattr(v, "extra", 1),
               "v.__dict__": lambda: v.__dict__, "v & w": lambda: v & w, "v @ 3": lambda: v @ 3, "v >> 1": lambda: v >> 1}[text]())
    except Exception as error:
        print(f"{text:15} {type(error).__name__}: {error}")

"""NamedTuple and TypedDict as bases of a class."""
from typing import NamedTuple, TypedDict


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @property
    def both(self):
        return self.x, self.y


class Movie(TypedDict):
    name: str
    year: int


class Longer(Movie, total=False):
    note: str


p = Point(3, 4)
print(p, p.length(), p.both, Point(1), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
print(p == (3, 4), p._replace(y=1), p._asdict(), isinstance(p, tuple), Point.__mro__[1:], Point.__name__)
x, y = p
print(x, y, p[0], Point._make([5, 6]))
m = Movie(name="M", year=1)
print(m, type(m), Movie.__annotations__, Longer.__annotations__, sorted(Longer.__required_keys__), Longer.__optional_keys__)
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"), Pair.__annotations__)
try:
    class Bad(NamedTuple):
        a: int = 1
        b: int
except TypeError as error:
    print(error)
try:
    class Worse(NamedTuple):
        a: int

        def _asdict(self):
            pass
except AttributeError as error:
    print(error)
try:
    Point()
except TypeError as error:
    print(str(error).replace("Point.", ""))

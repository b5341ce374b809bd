"""Objects that cannot change, and so can be keys: three ways, and their limits."""
from collections import namedtuple
from dataclasses import FrozenInstanceError, dataclass, replace
from typing import NamedTuple


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    def __setattr__(self, name, value):
        raise AttributeError(f"points do not change: {name}")

    def __delattr__(self, name):
        raise AttributeError(f"points keep their {name}")

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, order=True)
class Place:
    x: int
    y: int = 0


class Spot(NamedTuple):
    x: int
    y: int = 0

    def mirrored(self):
        return self._replace(x=self.y, y=self.x)


Pair = namedtuple("Pair", "x y", defaults=[0])


def attempt(action):
    try:
        action()
    except Exception as error:
        print(f"  {type(error).__name__}: {error}")


p, q = Point(1, 2), Place(1, 2)
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: delattr(p, "y"))
attempt(lambda: setattr(q, "x", 5))
attempt(lambda: delattr(q, "x"))
attempt(lambda: setattr(Spot(1), "x", 5))
attempt(lambda: setattr(Spot(1), "z", 5))
print(p.moved(dy=3).y, replace(q, y=9), Spot(1, 2).mirrored(), Pair(4))
print({p: "a", q: "b", Spot(1, 2): "c"}[Point(1, 2)], {(1, 2): "tuple"}.get(Spot(1, 2)), q == (1, 2), Spot(1, 2) == (1, 2))
print(Place(1, 5) < Place(2, 0), sorted([Place(2), Place(1, 3), Place(1)]), issubclass(FrozenInstanceError, AttributeError))
print(Spot._fields, Spot._field_defaults, Spot(3)._asdict(), Spot._make([7, 8]), *Spot(5, 6))

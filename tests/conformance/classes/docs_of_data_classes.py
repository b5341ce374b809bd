"""The doc of a data class shows how it is called, by an __init__ of its own or another's."""
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: "int" = 0
    tags: list = field(default_factory=list, kw_only=True)


@dataclass
class Written:
    a: int = 1

    def __init__(self, text, *rest, key=5):
        self.a = text


@dataclass(init=False)
class Without:
    a: int = 1


@dataclass(init=False)
class Inherits(Point):
    z: int = 3


@dataclass
class Described:
    """Its own words."""
    a: int


for each in (Point, Written, Without, Inherits, Described):
    print(each.__doc__)
print(Written("x"), Without(), Inherits(1, 2))

"""dataclass(slots=True), and the text that dataclasses have as __doc__."""
from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class Point:
    x: int
    y: float = 0.5


@dataclass(slots=True, order=True)
class Named(Point):
    name: str = "?"
    tags: "list[str]" = field(default_factory=list, kw_only=True)


p, n = Point(1), Named(1, 2, "n")
print(p, n, Point.__slots__, Named.__slots__, hasattr(p, "__dict__"), hasattr(n, "__dict__"))
print(Point.__doc__, Named.__doc__, replace(n, name="m") < n, Named.__qualname__)
for wrong in (lambda: setattr(p, "z", 1), lambda: setattr(n, "colour", 1)):
    try:
        wrong()
    except AttributeError as error:
        print(error)
try:
    @dataclass(slots=True)
    class Twice:
        __slots__ = ("a",)
        a: int
except TypeError as error:
    print(error)
try:
    @dataclass(weakref_slot=True)
    class Alone:
        a: int
except TypeError as error:
    print(error)

"""match in full: literals, captures, sequences, mappings, classes, guards, or, as, stars, and nesting."""
from dataclasses import dataclass
from enum import Enum


class Colour(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    start: Point
    end: Point
    colour: Colour = Colour.RED


class Box:
    __match_args__ = ("width", "height")

    def __init__(self, width, height):
        self.width, self.height = width, height


def shape(value):
    match value:
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y) | Point(y, 0):
            return f"on an axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Line(Point(x1, _), Point(x2, _)) if x1 == x2:
            return "vertical"
        case Line(start=Point() as p, colour=Colour.BLUE):
            return f"blue from {p}"
        case Line():
            return "some line"
        case Box(w, height=h) if w == h:
            return f"square {w}"
        case Box(int(w), float(h)):
            return f"mixed box {w} {h}"
        case [Point(), *others]:
            return f"path of {len(others) + 1}"
        case _:
            return f"no shape: {value!r}" if not isinstance(value, Box) else "box"


def data(value):
    match value:
        case None | True | False:
            return "singleton"
        case 0 | 1 as bit:
            return f"bit {bit}"
        case int() | float() as number if number < 0:
            return f"negative {number}"
        case -1.5 | 3.25:
            return "known float"
        case str(text) if text.isupper():
            return f"shout {text}"
        case "a" "b":
            return "ab"
        case b"raw":
            return "bytes"
        case []:
            return "empty"
        case [single]:
            return f"one {single}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [int(), int() as second, *rest]:
            return f"ints, second {second}, rest {rest}"
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"items": [{"id": first_id}, *_]}:
            return f"first id {first_id}"
        case {}:
            return f"mapping of {len(value)}"
        case set():
            return "set"
        case object(real=r) if callable(r) is False and r:
            return f"real {r}"
        case _:
            return "other"


for value in (Point(0, 0), Point(0, 5), Point(7, 0), Point(2, 2), Point(1, 2), Line(Point(1, 2), Point(1, 5)), Line(Point(1, 2), Point(3, 4), Colour.BLUE), Line(Point(1, 2), Point(3, 4)), Box(2, 2), Box(1, 2.5), Box("a", 1), [Point(1, 1), 5], (1, 2)):
    print(shape(value))
for value in (None, True, 0, 1, 1.0, -4, 3.25, "ABC", "ab", b"raw", [], [7], (1, 2, 1), [1, 2, 3], {"type": "user", "name": "X", "age": 3}, {"items": [{"id": 9}, {}]}, {}, {"z": 1}, {1, 2}, 42, "abc", range(3), object):
    print(data(value), end="; ")
print()
match (1, 2):
    case a, b:
        print(a + b)
match = case = 5
print(match, case)

"""Class patterns: by position through __match_args__, by keyword, by the subject itself."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Named:
    __match_args__ = ("name",)

    def __init__(self, name, age=None):
        self.name = name
        if age is not None:
            self.age = age


class Sub(Point):
    pass


def look(x):
    match x:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Sub(a, b):
            return f"sub {a} {b}"
        case Point(a, y=b):
            return f"point {a} {b}"
        case Named("Ann", age=age):
            return f"Ann is {age}"
        case Named(name):
            return f"named {name}"
        case bool(b):
            return f"bool {b}"
        case int(n) | float(n):
            return f"number {n}"
        case str(text):
            return f"text {text}"
        case (list() | tuple()) as items:
            return f"items {items}"
        case dict():
            return "dict"
        case type():
            return f"class {x.__name__}"
        case object(__class__=cls):
            return f"object of {cls.__name__}"


for x in (Point(0, 0), Point(0, 5), Sub(1, 2), Point(3, 4), Named("Ann", 7), Named("Ann"), Named("Bob"), True, 3, 2.5,
          "s", [1], (), {}, int, None, {1}):
    print(look(x))

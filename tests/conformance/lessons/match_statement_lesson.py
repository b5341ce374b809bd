"""match: literals, captures, sequences, mappings, classes, guards, alternatives."""
from dataclasses import dataclass
from enum import Enum


class Button(Enum):
    LEFT = 1
    RIGHT = 2


@dataclass
class Click:
    x: int
    y: int
    button: Button = Button.LEFT


class Key:
    __match_args__ = ("name",)

    def __init__(self, name, **modifiers):
        self.name = name
        self.__dict__.update(modifiers)


def describe(event):
    match event:
        case None | False:
            return "nothing"
        case 0 | -1 | 1.5 | "zero":
            return f"a literal {event!r}"
        case int(n) if n > 100:
            return f"big {n}"
        case bool() | int() | float():
            return f"a number {event}"
        case str() as text if text.startswith("/"):
            return f"command {text[1:]}"
        case "":
            return "empty text"
        case []:
            return "empty sequence"
        case [x]:
            return f"just {x}"
        case ["go", ("north" | "south") as where]:
            return f"going {where}"
        case ["go", *rest]:
            return f"cannot go {rest}"
        case [first, (a, b), *_, last]:
            return f"{first=} {a=} {b=} {last=}"
        case (x, y):
            return f"pair {x} {y}"
        case {"type": "error", "code": int(code), **rest}:
            return f"error {code} {rest}"
        case {"name": name, "tags": [tag, *_]}:
            return f"{name} tagged {tag}"
        case {}:
            return f"mapping of {len(event)}"
        case Click(0, 0):
            return "origin"
        case Click(x, y, button=Button.RIGHT):
            return f"right click at {x},{y}"
        case Click(x=x) if x < 0:
            return "off screen"
        case Click():
            return "click"
        case Key("q", ctrl=True) | Key("escape"):
            return "quit"
        case Key(name):
            return f"key {name}"
        case _:
            return f"unknown {type(event).__name__}"


for event in (None, False, True, 0, -1, 1.5, "zero", 5, 1000, 2.5, "/help", "", "word", [], [7], ("go", "north"), ["go", "up", 3], [1, (2, 3), 4, 5],
              [1, [2, 3], 4], (8, 9), {"type": "error", "code": 404, "text": "x"}, {"type": "error", "code": "404"}, {"name": "n", "tags": ["a", "b"]}, {},
              Click(0, 0), Click(3, 4, Button.RIGHT), Click(-1, 5), Click(1, 1), Key("q", ctrl=True), Key("q"), Key("escape"), {1, 2}, b"ab", range(3)):
    print(f"{str(event) if not isinstance(event, Key) else 'Key':<45} {describe(event)}")

match [1, 2, 3]:
    case [a, *others, c]:
        pass
print(a, others, c)
try:
    match Click(1, 2):
        case Click(1, 2, 3, 4):
            pass
except TypeError as error:
    print(error)
try:
    match 5:
        case int(real=r, imag=i):
            print(r, i)
        case int(1, 2):
            pass
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)

"""Enumerations: members, aliases, auto, flags, methods, and what they refuse."""
from enum import Enum, Flag, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    def describe(self):
        return f"{self.name.lower()} is number {self.value}"


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius ** 2


class Priority(IntEnum):
    LOW = auto()
    HIGH = auto()


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.RED.name, Color.RED.value, Color.default().describe(), Color.RED in Color, isinstance(Color.RED, Color))
print({Color.RED: "stop"}[Color.RED], Color.RED == 1, Color.RED != Color.BLUE, Color.__members__.keys(), f"{Color.RED} {Color.RED!r:>20}")
print([f"{p.name}: {p.gravity:.2f}" for p in Planet], Planet.EARTH.mass)
print(Priority.HIGH > Priority.LOW, Priority.LOW + 5, sorted([Priority.HIGH, Priority.LOW]), Priority(2), repr(Priority.HIGH), f"{Priority.HIGH}", max(Priority))
rights = Access.READ | Access.WRITE
print(rights, repr(rights), Access.READ in rights, Access.RUN in rights, rights & Access.READ, rights ^ Access.READ, ~rights, bool(rights & Access.RUN), Access.ALL, Access(0))
Shape = Enum("Shape", "CIRCLE SQUARE", start=10)
print(list(Shape), Shape.CIRCLE.value)


class Step(Enum):
    def _generate_next_value_(name, start, count, last):
        return f"{count}-{name.lower()}"
    BEGIN = auto()
    END = auto()


print([s.value for s in Step])


def duplicate():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


def extend():
    class More(Color):
        PINK = 4


def assign():
    Color.RED = 5


def member():
    Color.RED.value = 5


for attempt in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: Color.RED < Color.BLUE, duplicate, extend, assign, member,
                lambda: Color("RED")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

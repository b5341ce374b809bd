"""StrEnum, members and non-members, and checks of a whole enumeration."""
from enum import CONTINUOUS, UNIQUE, Enum, EnumMeta, IntEnum, StrEnum, auto, member, nonmember, verify


class Colour(StrEnum):
    RED = auto()
    GREEN = "grass"


class Shape(Enum):
    sides = nonmember({"square": 4})
    SQUARE = 1

    @member
    def draw():
        return "drawn"


print(Colour.RED, repr(Colour.RED), f"{Colour.GREEN:>8}", Colour.RED == "red", Colour("grass"), Colour.RED.upper(), isinstance(Colour.RED, str))
print(Shape.sides, list(Shape)[0], len(Shape), Shape.draw.value(), isinstance(Shape, EnumMeta), type(Shape).__name__)
try:
    @verify(UNIQUE)
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    @verify(CONTINUOUS)
    class Gaps(IntEnum):
        A = 1
        B = 4
except ValueError as error:
    print(error)

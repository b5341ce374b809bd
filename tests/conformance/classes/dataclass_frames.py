"""What a data class does by itself has frames in tracebacks, in <string>, and a signature."""
import inspect
import sys
import traceback
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("negative")


@dataclass(frozen=True, order=True)
class Frozen:
    a: object
    b: list = field(default_factory=list)
    _: KW_ONLY
    c: int = 3


@dataclass(unsafe_hash=True)
class Odd:
    a: object
    given: InitVar[int] = 5
    self: int = 1
    fixed: int = field(init=False, default=9)
    made: list = field(init=False, default_factory=lambda: [1])

    def __post_init__(self, given):
        self.kept = given


class Failing:
    def __repr__(self):
        return 1 / 0

    def __eq__(self, other):
        return 1 / 0

    __hash__ = __repr__


def attempt(action):
    try:
        print(action())
    except Exception as error:
        traceback.print_exception(error, file=sys.stdout)


attempt(lambda: Point(-1))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, x=2))
attempt(lambda: (Frozen(1), Frozen(1) < Frozen(2), Frozen(1, c=4)))
attempt(lambda: setattr(Frozen(1), "a", 2))
attempt(lambda: delattr(Frozen(1), "a"))
attempt(lambda: hash(Frozen(1)))
attempt(lambda: (Odd(1), Odd(1, 7).kept, Odd(1).made, Odd(1, self=5)))
attempt(lambda: repr(Frozen(Failing())))
attempt(lambda: Frozen(Failing()) == Frozen(1))
attempt(lambda: Frozen(1) < Frozen("text"))
attempt(lambda: Frozen(1) < 5)
for each in (Point, Frozen, Odd):
    print(inspect.signature(each), each.__init__.__defaults__, each.__init__.__qualname__, each.__eq__.__code__.co_filename)
Point(-5)

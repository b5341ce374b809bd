"""Dataclasses: defaults, factories, ordering, frozen ones, post-init, replace and conversion."""
from dataclasses import KW_ONLY, FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass
class Point:
    x: float
    y: float = 0.0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)

    def __str__(self):
        return f"{self.major}.{self.minor}{self.label}"


@dataclass
class Inventory:
    kind: ClassVar[str] = "store"
    name: str
    items: list = field(default_factory=list)
    secret: str = field(default="hidden", repr=False)
    _: KW_ONLY
    limit: int = 10
    count: int = field(init=False)

    def __post_init__(self):
        self.count = len(self.items)


@dataclass
class Located(Inventory):
    place: Point = field(default_factory=lambda: Point(0))


p = Point(1)
print(p, p == Point(1, 0), p + Point(2, 3), p.__eq__((1, 0)), Point.__match_args__)
versions = [Version(1, 10), Version(1, 2, "rc"), Version(0, 9), Version(1, 2)]
print(*sorted(versions), versions[1] == versions[3], max(versions), len({*versions}), Version(1) < Version(2))
try:
    versions[0].major = 2
except FrozenInstanceError as error:
    print(type(error).__name__, error, isinstance(error, AttributeError))
print(replace(versions[0], minor=11), asdict(versions[1]), astuple(p))
shop = Inventory("corner", ["tea", "milk"], limit=5)
print(shop, shop.secret, shop.kind, [f.name for f in fields(shop)])
print(Inventory("a").items is Inventory("b").items)
here = Located("here", place=Point(5, 6))
print(here, asdict(here)["place"])
for attempt in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Inventory("x", [], "s", 3), lambda: Point(1) < Point(2),
                lambda: replace(shop, count=3), lambda: Point(1, z=3), lambda: hash(p)):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def mutable_default():
    @dataclass
    class Bad:
        items: list = []


def wrong_order():
    @dataclass
    class Bad:
        a: int = 1
        b: int


for attempt in (mutable_default, wrong_order):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

"""Dataclasses in many ways: post init, default factories, ordering, slots, inheritance, kw_only, match."""
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass
from functools import cached_property
from typing import ClassVar


@dataclass(order=True)
class Reading:
    sort_key: tuple = field(init=False, repr=False)
    station: str
    celsius: float
    unit: InitVar[str] = "C"
    valid: bool = field(default=True, compare=False)

    def __post_init__(self, unit):
        if unit == "F":
            self.celsius = round((self.celsius - 32) / 1.8, 1)
        self.sort_key = (self.celsius, self.station)


@dataclass
class Station:
    readings_made: ClassVar[int] = 0
    name: str
    _: KW_ONLY
    height: int = 0
    readings: list[Reading] = field(default_factory=list)

    def add(self, value, **options):
        Station.readings_made += 1
        self.readings.append(Reading(self.name, value, **options))
        return self

    @cached_property
    def mean(self):
        return round(sum(r.celsius for r in self.readings) / len(self.readings), 2)


@dataclass
class MountainStation(Station):
    hut: str | None = None


@dataclass(slots=True, frozen=True, eq=True)
class Fix:
    lat: float
    lon: float = 0.0


oslo = Station("Oslo", height=23).add(12.5).add(70, unit="F").add(-3.0, valid=False)
peak = MountainStation("Peak", hut="Old Hut", height=2469).add(-12.0)
print(oslo, peak, sep="\n")
print(sorted(oslo.readings + peak.readings)[0], oslo.mean, Station.readings_made)
print(asdict(peak)["readings"], astuple(Fix(1.5)), [f.name for f in fields(peak)])
print(Reading("a", 1.0) == Reading("a", 1.0, valid=False), Reading("a", 1.0) < Reading("a", 2.0), is_dataclass(Fix), is_dataclass(oslo))
print({Fix(1, 2): "here"}[Fix(1, 2)], Fix.__slots__, hasattr(Fix(1), "__dict__"), Fix.__match_args__)
match Fix(10.0, 20.0):
    case Fix(lat, lon=east):
        print(lat, east)
Point = make_dataclass("Point", ["x", ("y", int, field(default=7))])
print(Point(1), Point.__doc__, Fix.__doc__)
for wrong in (lambda: Station("A", 5), lambda: Fix(), lambda: setattr(Fix(1), "lat", 2), lambda: Fix(1) < Fix(2), lambda: Station(), lambda: Reading("x")):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)

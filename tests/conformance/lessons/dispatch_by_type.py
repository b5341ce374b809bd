"""Doing different things for different types: singledispatch, dictionaries, and methods."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod


@dataclass
class Point:
    x: int
    y: int


@singledispatch
def show(value):
    return f"<{type(value).__name__}>"


@show.register
def _(value: int):
    return f"int {value:+d}"


@show.register
def _(value: bool):
    return "yes" if value else "no"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + "; ".join(map(show, value)) + "]"


@show.register
def _(value: Mapping):
    return "{" + ", ".join(f"{key}={show(item)}" for key, item in value.items()) + "}"


@show.register(type(None))
def nothing(value):
    return "nothing"


@show.register
def _(value: Point):
    return f"({value.x}|{value.y})"


class Meter:
    @singledispatchmethod
    def add(self, value):
        raise TypeError(f"cannot add {value!r}")

    @add.register
    def _(self, value: int):
        return f"{value} m"

    @add.register
    def _(self, value: str):
        return self.add(len(value)) + f" of {value}"


for value in (5, True, None, [1, False, (2,)], {"a": 1, "b": [None]}, Point(1, 2), 2.5, "text"):
    print(show(value))
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict) is show.registry[Mapping], nothing(None), show.dispatch(str) is show.registry[object])
meter = Meter()
print(meter.add(3), "|", meter.add("rope"))
try:
    meter.add(1.5)
except TypeError as error:
    print(error)
OPERATIONS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print({name: function(7, 3) for name, function in OPERATIONS.items()}, isinstance("x", Sequence))

"""singledispatch: abstract classes, unions, annotations, and calls that cannot be registered."""
from collections.abc import Iterable, Mapping, Sized
from functools import singledispatch


@singledispatch
def kind(value):
    return "object"


@kind.register
def _(value: Mapping):
    return "mapping"


@kind.register
def _(value: int | float):
    return "number"


@kind.register(Iterable)
def _(value):
    return "iterable"


@kind.register
def _(value: "str"):
    return "text"


print([kind(value) for value in ({}, [], 1, True, 2.5, "x", None, b"")])
print(kind.dispatch(dict) is kind.registry[Mapping], kind.dispatch(type(None)) is kind.registry[object])
for wrong in (lambda: kind.register(lambda x: x), lambda: kind.register(5, print), lambda: kind()):
    try:
        wrong()
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
kind.register(Sized, lambda value: "sized")
try:
    print(kind(set()))
except RuntimeError as error:
    print(str(error).split(":")[0])

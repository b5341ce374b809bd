"""Calls that a data class refuses, in the words of a function; and what its decorator refuses first."""
import copy
from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    a: int
    b: int = 2
    c: int = field(default=3, kw_only=True)
    d: int = field(init=False, default=4)


for call in (lambda: Row(), lambda: Row(1, 2, 3), lambda: Row(1, 2, 3, c=1), lambda: Row(1, a=2), lambda: Row(1, 2, 3, e=4), lambda: Row(z=1), lambda: copy.copy(Row(1, c=9)), lambda: copy.deepcopy(Row([1]))):
    try:
        print(call())
    except TypeError as error:
        print(error)


def refused(**options):
    def decorate(cls):
        try:
            dataclass(**options)(cls)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        return cls
    return decorate


@dataclass(frozen=True)
class Frozen:
    x: int = 1


@refused()
class Thawed(Frozen):
    y: int = 2


@refused()
class Both(Frozen):
    y: list = []


@refused(order=True, eq=False)
class Unequal:
    b: int = 1
    a: int = 0


class A: pass
class B(A): pass


for bases in ((A, B), (object, A, B)):
    try:
        type("C", bases, {})
    except TypeError as error:
        print(error)

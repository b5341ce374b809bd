import functools
import types
import typing
from typing import AsyncContextManager, ContextManager, Counter, DefaultDict, Deque, OrderedDict


def f(a: Deque[int], b: DefaultDict[str, int] = None) -> ContextManager[str]:
    pass


print(typing.get_type_hints(f), Counter[str], OrderedDict, AsyncContextManager)


class Base:
    x: int


class Derived(Base):
    y: str


print(typing.get_type_hints(Derived))
Made = types.new_class('Made', (Base,), {}, lambda ns: ns.update(z=5))
print(Made.z, Made.__mro__, types.resolve_bases((Base, int)))


class Shapes:
    @functools.singledispatchmethod
    def area(self, shape):
        return f'unknown {shape!r}'

    @area.register
    def _(self, shape: int):
        return f'int {shape}'

    @area.register(str)
    def _(self, shape):
        return f'str {shape}'


print(Shapes().area(3), Shapes().area('x'), Shapes().area(1.5))

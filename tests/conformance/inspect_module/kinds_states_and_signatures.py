import asyncio
import functools
import inspect
import types
from dataclasses import dataclass


def plain(a, b: int, /, c, *args, d: str = 'x', e, **kw) -> bool:
    """A plain
    function."""


def generator():
    yield 1


async def coroutine(n=1):
    await asyncio.sleep(n)


@types.coroutine
def old_style():
    yield


class Thing:
    """A thing."""

    def __init__(self, x, y=2):
        self.x = x

    def method(self, z):
        return inspect.currentframe().f_code.co_name

    async def run(self):
        pass

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def static(q=None):
        pass

    def __call__(self, v):
        pass

    def __await__(self):
        yield


@dataclass
class Data:
    a: int
    b: list = None


@functools.wraps(plain)
def wrapper(*args, **kwargs):
    pass


for function in [plain, generator, coroutine, old_style, Thing.method, Thing(1).method, Thing.make, Thing.static, Thing, Thing(1),
                 Data, wrapper, functools.partial(plain, 1, 2), functools.partial(plain, 1, 2, c=5), functools.partial(coroutine, n=3),
                 lambda x, *y, z=1: 0, lambda: 0, lambda *, k: 0]:
    print(inspect.signature(function))
for each in [plain, generator, coroutine, old_style, Thing, Thing(1), Thing.run, Thing(1).run, len, asyncio, 5]:
    print(inspect.isfunction(each), inspect.isgeneratorfunction(each), inspect.iscoroutinefunction(each), inspect.isclass(each),
          inspect.ismethod(each), inspect.isbuiltin(each), inspect.ismodule(each), inspect.isroutine(each), inspect.isawaitable(each),
          callable(each))
signature = inspect.signature(plain)
for name, parameter in signature.parameters.items():
    print(name, parameter.kind, parameter.kind.name, parameter.default is inspect.Parameter.empty, parameter, repr(parameter))
print(signature.return_annotation, signature, repr(signature))
bound = inspect.signature(Thing).bind(1)
bound.apply_defaults()
print(bound, bound.args, bound.kwargs, bound.arguments)
for args, kwargs in [((1, 2, 3), {'e': 5}), ((1, 2, 3, 4), {'e': 1, 'f': 2}), ((1,), {}), ((1, 2), {'e': 1})]:
    try:
        bound = signature.bind(*args, **kwargs)
        print(bound.args, bound.kwargs)
    except TypeError as error:
        print(error)
try:
    inspect.signature(lambda a: 0).bind(1, 2)
except TypeError as error:
    print(error)
try:
    inspect.signature(lambda a: 0).bind(1, b=2)
except TypeError as error:
    print(error)
try:
    inspect.signature(5)
except TypeError as error:
    print(error)
g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g), inspect.isgenerator(g))


async def main():
    c = coroutine(0)
    print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isawaitable(asyncio.sleep))
    await c
    print(inspect.getcoroutinestate(c))

asyncio.run(main())
print(inspect.getdoc(plain), inspect.getdoc(Thing), inspect.getfullargspec(plain), Thing(1).method(1))
print([name for name, _ in inspect.getmembers(Thing, inspect.isfunction)], inspect.unwrap(wrapper) is plain)
print(inspect.stack()[0].function, inspect.stack()[0].lineno, inspect.currentframe().f_lineno, inspect.getmro(Data))
print(inspect.getsource(generator), inspect.getsource(coroutine), inspect.getsource(Thing.run), sep='')
print(plain.__code__.co_flags & 0xF, plain.__code__.co_argcount, plain.__code__.co_posonlyargcount, plain.__code__.co_kwonlyargcount)

"""How functions, classes, methods, modules and exotic objects show themselves."""
import asyncio
import math
from functools import partial


class Plain:
    def method(self): pass
    @classmethod
    def cls(cls): pass
    @staticmethod
    def static(): pass
    prop = property(lambda self: 1)


def strip(value):
    text = repr(value)
    while " at 0x" in text:
        before, _, after = text.partition(" at 0x")
        text = before + " @" + after.lstrip("0123456789abcdef")
    return text


def function(): pass
async def coroutine_function(): pass
def generator_function(): yield
async def async_generator_function(): yield


coroutine = coroutine_function()
p = Plain()
for value in (function, Plain, p, p.method, Plain.method, Plain.cls, Plain.static, Plain.__dict__["prop"], lambda: 0, coroutine_function, coroutine, generator_function(), async_generator_function(),
              len, print, [].append, "".join, str.upper, int, type, object, None, ..., NotImplemented, range(3), slice(1, None, 2), iter([]), iter({}), enumerate([]), zip(), map(len, []), filter(None, []),
              reversed([]), {}.keys(), {1: 2}.items(), {1}.__iter__(), (x for x in ()), ValueError("v"), KeyError, Exception(1, "two"), OSError(2, "no"), StopIteration(3), frozenset({1}), bytearray(b"x"), b"\x00'", True, 1.0, -0.0,
              partial(int, base=2), math.sqrt, int.__add__, object(), type(None), type(function), type(p.method), type(len), type([].append), type(coroutine), {}.get, super(Plain, p), staticmethod(function), classmethod(function), asyncio.Queue):
    print(f"{type(value).__name__:<24}{strip(value)}")
coroutine.close()

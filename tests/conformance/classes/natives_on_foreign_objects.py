# A native method is for the instances of its own type alone, however it is bound.
import itertools


class Shout:
    shout = str.upper
    push = list.append
    flatten = itertools.chain.__dict__["from_iterable"]


class Plain:
    pass


def tell(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


tell(lambda: Shout().shout)
tell(lambda: Shout().push(1))
tell(lambda: hasattr(Shout(), "shout"))
tell(lambda: Shout.shout("loud"))
tell(lambda: Shout.flatten(["ab"]))
for receiver in (5, Plain(), [1], str):
    tell(lambda: str.upper.__get__(receiver)())
for receiver in (5, Plain(), "s"):
    tell(lambda: int.__add__.__get__(receiver)(3))
tell(lambda: itertools.chain.__dict__["from_iterable"].__get__(None, int)(["a"]))
tell(lambda: int.__dict__["from_bytes"].__get__(None, str)(b"a", "big"))
tell(lambda: dict.__dict__["fromkeys"].__get__({})([1]))

Generator = type((lambda: (yield))())


class Walked:
    __iter__ = lambda self: self
    __next__ = Generator.__next__


try:
    list(Walked())
except TypeError as error:
    print(type(error).__name__)

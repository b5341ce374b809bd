# Where CPython asks at once for the memory of all items, what no machine has is a MemoryError.
import itertools

MANY = 10**13


class Promises:
    def __length_hint__(self):
        return MANY

    def __iter__(self):
        return iter([1, 2])


def extended():
    numbers = [1]
    numbers += range(MANY)


def shown(what, make):
    try:
        print(what, type(make()))
    except (MemoryError, OverflowError) as error:
        print(what, repr(error))


shown("list", lambda: list(range(MANY)))
shown("display", lambda: [*range(MANY)])
shown("tuple", lambda: tuple(range(MANY)))
shown("+=", extended)
shown("sorted", lambda: sorted(range(MANY)))
shown("call", lambda: max(*range(MANY)))
shown("repeat", lambda: list(itertools.repeat(0, MANY)))
shown("reversed", lambda: list(reversed(range(MANY))))
shown("hint", lambda: list(Promises()))
shown("bytes", lambda: bytes(Promises()))
shown("bytearray", lambda: bytearray(Promises()))
shown("no length", lambda: list(range(10**19)))
shown("%d", lambda: "%*d" % (MANY, 1))
shown("%10000000000000d", lambda: "%10000000000000d" % 1)

"""`object.__new__` makes nothing that is laid out otherwise, nor do descriptors of a type read others."""
import collections
import copy
import time


class Names(list):
    def __new__(cls, *arguments):
        return object.__new__(cls)


class Plain:
    def __new__(cls, *arguments):
        return object.__new__(cls)


class Fault(ValueError):
    def __new__(cls, *arguments):
        return Exception.__new__(cls, *arguments)


def tell(call):
    try:
        print("->", type(call()).__name__)
    except TypeError as error:
        print(error)


tell(lambda: Names(["a"]))
tell(Plain)
tell(lambda: Fault("a"))
for kind in (int, str, list, dict, set, tuple, bytes, float, collections.deque, property, type):
    tell(lambda: object.__new__(kind))
tell(lambda: int.__new__(bool))
tell(lambda: dict.__new__(collections.OrderedDict))
tell(lambda: tuple.__new__(collections.namedtuple("Point", "x y"), (1, 2)))
tell(lambda: property.fget.__get__(5))
tell(lambda: collections.deque.maxlen.__get__([]))
tell(lambda: time.struct_time.tm_year.__get__("abc"))
tell(lambda: copy.copy(x for x in "ab"))
tell(lambda: BaseException.args.__get__(ValueError(1)))

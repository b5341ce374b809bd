"""__floor__, __ceil__, __trunc__, __delete__, and classes that decide about isinstance and issubclass."""
import math


class Height:
    def __init__(self, value):
        self.value = value

    def __floor__(self):
        return f"floor of {self.value}"

    def __ceil__(self):
        return f"ceiling of {self.value}"

    def __trunc__(self):
        return f"truncated {self.value}"

    def __round__(self, digits=None):
        return f"rounded {self.value} to {digits}"


class Kept:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return f"{self.name} of {instance}"

    def __delete__(self, instance):
        print("deleting", self.name)


class Even(type):
    def __instancecheck__(cls, value):
        return isinstance(value, int) and value % 2 == 0

    def __subclasscheck__(cls, other):
        return other in (int, bool)


class EvenNumber(metaclass=Even):
    pass


class Room:
    size = Kept()

    def __repr__(self):
        return "a room"


h, room = Height(2.5), Room()
print(math.floor(h), math.ceil(h), math.trunc(h), round(h), round(h, 2))
print(room.size)
del room.size
try:
    room.size = 5
except AttributeError as error:
    print(error)
print(isinstance(4, EvenNumber), isinstance(5, EvenNumber), issubclass(bool, EvenNumber), issubclass(str, EvenNumber), isinstance(EvenNumber(), EvenNumber))

"""abc.ABC, abstract methods and properties, registered subclasses, isinstance hooks, duck typing."""
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from typing import Protocol, runtime_checkable
import math


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def scale(self, factor):
        return f"scaled by {factor}"

    @classmethod
    def unit(cls): return cls(1)

    @staticmethod
    @abstractmethod
    def sides(): ...

    def describe(self): return f"{type(self).__name__} of area {self.area:.2f} with {self.sides()} sides"


class Circle(Shape):
    def __init__(self, r): self.r = r
    @property
    def area(self): return math.pi * self.r ** 2
    def scale(self, factor):
        self.r *= factor
        return super().scale(factor)
    @staticmethod
    def sides(): return 0


class Half(Shape):
    def scale(self, factor): pass


class Stack(Sequence):
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i): return self.items[i]
    def __len__(self): return len(self.items)


class Lower(Mapping):
    def __init__(self, d): self.d = {k.lower(): v for k, v in d.items()}
    def __getitem__(self, k): return self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


class Duck:
    def quack(self): return "quack"


class Robot:
    def quack(self): return "beep"


@runtime_checkable
class Quacks(Protocol):
    def quack(self) -> str: ...


class Even(ABC):
    @classmethod
    def __subclasshook__(cls, other): return hasattr(other, "even")


class HasEven: even = True


@Shape.register
class Registered: pass


c = Circle(2)
print(c.describe(), c.scale(3), Circle.unit().describe(), isinstance(c, Shape), issubclass(Registered, Shape), isinstance(Registered(), Shape), Shape in Registered.__mro__)
print(issubclass(HasEven, Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
s = Stack(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), s[1:], isinstance(s, Iterable), isinstance(s, Sized))
m = Lower({"A": 1, "B": 2})
print(m["a"], m.get("z"), "B" in m, dict(m), list(m.items()), m == {"a": 1, "b": 2}, sorted(m.keys()), len(m.values()))
print([q.quack() for q in (Duck(), Robot()) if isinstance(q, Quacks)], isinstance(5, Quacks), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance([], Iterator), isinstance({}, Mapping), isinstance("", Sequence))

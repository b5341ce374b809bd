"""Tuples: packing, swapping, as keys and records; namedtuple and its helpers; immutability in depth."""
from collections import namedtuple
from operator import itemgetter
from typing import NamedTuple

point = 3, 4
single, empty = (5,), ()
x, y = point
x, y = y, x
print(point, single, empty, x, y, type(point).__name__, len(single), (1) == 1, tuple("abc"), (1, 2) + (3,), (0,) * 3)
(a, (b, c)), d = (1, (2, 3)), [4]
print(a, b, c, d, point[0], point[-1], point[::-1], 4 in point, point.index(4), point.count(9), hash((1, 2)) == hash((1, 2)))
for action in (lambda: point.__setitem__(0, 1), lambda: point.append(1), lambda: exec_unpack(1, 2, 3), lambda: exec_unpack(1), lambda: hash(([],)), lambda: point + [1], lambda: (1, 2)[5], lambda: exec_unpack(*point).bad):
    try:
        def exec_unpack(*values):
            p, q = values
            return p
        action()
    except (TypeError, AttributeError, ValueError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")
holder = ([1], "x")
try:
    holder[0] += [2]
except TypeError as error:
    print(error, holder)

City = namedtuple("City", "name country people", defaults=(0,))
towns = [City("Oslo", "NO", 709), City("Rome", "IT", 2873), City("Bern", "CH")]
print(towns[0], towns[0].name, towns[1][2], City._fields, towns[2]._asdict(), towns[2]._replace(people=134))
print(sorted(towns, key=itemgetter(2))[-1].name, City._make(["A", "B", 1]), max(towns, key=lambda t: t.people) is towns[1], towns[0] == ("Oslo", "NO", 709))
name, country, _ = towns[0]
print(name, country, isinstance(towns[0], tuple), City._field_defaults, City.__doc__, City.people.__doc__)
Odd = namedtuple("Odd", ["class", "x", "x", "_y"], rename=True)
print(Odd(1, 2, 3, 4))
for wrong in (lambda: namedtuple("Bad", "def x"), lambda: namedtuple("Bad", "a a"), lambda: City("only"), lambda: City(1, 2, 3, 4), lambda: setattr(towns[0], "name", "X"), lambda: towns[0]._replace(size=1)):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")


class Item(NamedTuple):
    """Something sold."""
    name: str
    price: float = 1.0

    @property
    def taxed(self):
        return round(self.price * 1.2, 2)

    def __str__(self):
        return f"{self.name} for {self.taxed}"


print(Item("pen"), repr(Item("ink", 4)), Item.__annotations__, Item._field_defaults, Item.__doc__, Item("pen") < Item("pen", 2), {Item("a"): 1}[("a", 1.0)])

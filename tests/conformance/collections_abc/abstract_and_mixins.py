"""The classes of collections.abc are abstract, and give what they can make of a few methods."""
from collections.abc import Generator, Iterator, ItemsView, KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Sized

for cls in (Sized, Iterator, Generator, Sequence, MutableSequence, Mapping, MutableMapping, MutableSet):
    try:
        cls()
    except TypeError as error:
        print(error, sorted(cls.__abstractmethods__))


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)

    def __repr__(self):
        return f"Bag({self.items})"


a, b = Bag("hello"), Bag("world")
print(a & b, a | b, a - b, a ^ b, a <= b, a == Bag("ehlo"), {"h"} <= a, {"h", "z"} - a, a.isdisjoint("xyz"))
a |= "xy"
a -= "hx"
a &= Bag("loy")
a ^= Bag("yz")
print(a, a.pop(), a)


class Squares(Mapping):
    def __getitem__(self, key):
        if key in range(3):
            return key * key
        raise KeyError(key)

    def __iter__(self):
        return iter(range(3))

    def __len__(self):
        return 3

    def __repr__(self):
        return "Squares()"


squares = Squares()
print(squares.keys(), squares.items(), squares.values(), isinstance(squares.keys(), KeysView), isinstance({}.items(), ItemsView))
print(squares.keys() & {1, 5}, (2, 4) in squares.items(), 9 in squares.values(), squares == {0: 0, 1: 1, 2: 4}, squares.get(7))
try:
    reversed(squares)
except TypeError as error:
    print(error)

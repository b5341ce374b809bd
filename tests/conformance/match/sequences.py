"""Sequences: lists, tuples, ranges and what registers itself; never text."""
from collections import deque, namedtuple
from collections.abc import Sequence


class Pair(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


def shape(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one!r}"
        case [1, [2, *inner], *rest]:
            return f"nested {inner} {rest}"
        case (a, b):
            return f"two {a!r} {b!r}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [first, second, *middle, last]:
            return f"many {first} {second} {middle} {last}"
        case [*all]:
            return f"all {all}"
        case _:
            return "no sequence"


Point = namedtuple("Point", "x y")
for x in ([], (1,), [1, [2, 3, 4], 5, 6], (1, 2), [1, 2, 1], range(5), "ab", b"ab", bytearray(b"ab"), {1, 2},
          {1: 2}, Point(3, 4), Pair(7, 8, 9), iter([1]), None, deque([1, 2])):
    print(type(x).__name__, shape(x))
match ["go", "north", "fast"]:
    case ["go", ("north" | "south") as direction, *how]:
        print(direction, how)
match 1, 2:
    case 1, x:
        print("open", x)
match [1, 2, 3]:
    case *_, 3:
        print("ends in three")

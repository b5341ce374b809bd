"""The bounds of index() are asked before the sequence is measured: asking may change it."""
from collections import deque


class Clears:
    def __init__(self, what, index):
        self.what, self.index = what, index

    def __index__(self):
        self.what.clear()
        return self.index


for make in deque, list:
    for start, stop in (0, 5), (-2, 5), (3, 5), (0, -1):
        items = make(range(5))
        try:
            print(items.index(4, Clears(items, start), stop))
        except ValueError as error:
            print(make.__name__, error)


class Grows:
    def __init__(self, what):
        self.what = what

    def __index__(self):
        self.what.extend("xyz")
        return -1


for make in deque, list:
    for stop in ((), (9,)):
        items = make("ab")
        try:
            print(items.index("z", Grows(items), *stop))
        except ValueError as error:
            print(make.__name__, error)

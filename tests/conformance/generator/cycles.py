"""Prints a random program that ties objects into cycles, lets go of them and
collects: by attributes, containers, closures, bound methods, generators,
exceptions; with weak references and their callbacks, finalizers that break a
cycle, and some that bring an object back to life.

Usage: cycles.py SEED
"""

import random
import sys

HEADER = '''# /// coroscope
# [cost]
# instruction = 0
# ///
import collections
import functools
import gc
import weakref

log, called, kept = [], [], []


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def me(self):
        return self


class Loud(Node):
    def __del__(self):
        log.append(self.name)


class Breaker(Node):
    def __del__(self):
        log.append(f"{self.name} begins")
        self.links.clear()
        log.append(f"{self.name} ends")


class Phoenix(Node):
    def __del__(self):
        log.append(f"{self.name} rises")
        kept.append(self)


class Slotted:
    __slots__ = ("name", "links", "__weakref__")

    def __init__(self, name):
        self.name = name
        self.links = []

    def me(self):
        return self


def holding(value):
    return lambda: value


def suspended(value):
    yield value


def error_of(value):
    try:
        raise ValueError(value)
    except ValueError as error:
        return error


def watch(node):
    name = node.name
    return weakref.ref(node, lambda reference: called.append(name))


gc.collect()
'''

#: The ways in which a node keeps another, as an expression of `{}`.
TIES = ["{}", "[{}]", "({},)", "{{'it': {}}}", "{}.me", "holding({})", "functools.partial(print, {})",
        "collections.deque([{}])", "iter([{}])", "error_of({})", "weakref.ref({})", "{{1: [({},)]}}",
        "started({})", "map(print, [{}])", "frozenset([{}])", "slice({}, 1)", "property({})"]
KINDS = ["Node"] * 4 + ["Loud"] * 3 + ["Slotted", "Breaker"]

STARTED = '''
def started(value):
    generator = suspended(value)
    next(generator)
    return generator


'''

#: After the first collection CPython has its objects in another order.
REPORT = '''print(gc.collect())
print({order}, sorted(called), [reference() is not None for reference in watching])
log.clear()
called.clear()
'''


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.names = []
        self.count = 0
        self.kinds = KINDS + ["Phoenix"] * self.random.choice([0, 0, 1])

    def node(self):
        name = f"n{self.count}"
        self.count += 1
        self.names.append(name)
        self.lines.append(f"{name} = {self.random.choice(self.kinds)}({name!r})")

    def tie(self):
        one, other = self.random.choice(self.names), self.random.choice(self.names)
        tied = self.random.choice(TIES).format(other)
        self.lines.append(self.random.choice([f"{one}.links.append({tied})"] * 3 + [
            f"getattr({one}, '__dict__', {{}}).update(extra={tied})"]))

    def drop(self):
        name = self.names.pop(self.random.randrange(len(self.names)))
        self.lines.append(f"del {name}")

    def round(self, first):
        for _ in range(self.random.randint(2, 8)):
            self.node()
        for _ in range(self.random.randint(2, 14)):
            self.tie()
        watched = [name for name in self.names if self.random.random() < 0.5]
        self.lines.append(f"watching = [{', '.join(f'watch({name})' for name in watched)}]")
        while self.names and self.random.random() < 0.85:
            self.drop()
        self.lines.append(REPORT.format(order="log" if first else "sorted(log)"))

    def text(self):
        for number in range(self.random.randint(1, 3)):
            self.round(number == 0)
        self.lines.append("kept.clear()\n" + REPORT.format(order="sorted(log)"))
        return HEADER + STARTED + "\n".join(self.lines)


def program(seed):
    return Program(seed).text()


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")

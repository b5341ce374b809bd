# All that can be part of a cycle: containers, closures, methods, generators, exceptions, classes.
import collections
import functools
import gc
import itertools
import weakref


class Node:
    def method(self):
        return self


def held(value):
    return lambda: value


def suspended(value):
    yield value


def started(value):
    generator = suspended(value)
    next(generator)
    return generator


def raised(value):
    try:
        raise ValueError(value)
    except ValueError as error:
        return error


for tie in (
    lambda node: node, lambda node: [node], lambda node: (node,), lambda node: {'it': node}, lambda node: {node},
    lambda node: node.method, held, started, raised, lambda node: functools.partial(print, node),
    lambda node: collections.deque([node]), lambda node: iter([node]), lambda node: map(print, [node]),
    lambda node: itertools.chain([node]), lambda node: zip([node]), lambda node: slice(node),
    lambda node: property(node.method), lambda node: node.__init__, lambda node: super(Node, node),
):
    node = Node()
    node.tie = tie(node)
    watching = weakref.ref(node)
    del node
    print(gc.collect(), watching())


def local_class():
    class Local:
        def method(self):
            return __class__

    return weakref.ref(Local)


gc.collect()
lost = local_class()
gc.collect()
print(lost())

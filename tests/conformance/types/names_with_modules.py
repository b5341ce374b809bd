"""Messages name a type that is written in C with its module; its own name and its repr do not."""

import collections
import functools
import itertools


class Own(collections.deque):
    pass


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: itertools.count() + 1)
attempt(lambda: len(itertools.count()))
attempt(lambda: itertools.chain()[0])
attempt(lambda: itertools.repeat(1).missing)
attempt(lambda: collections.deque() + 1)
attempt(lambda: collections.deque().missing)
attempt(lambda: collections.deque.missing)
attempt(lambda: collections.deque()(1))
attempt(lambda: collections.deque() < 1)
attempt(lambda: "text" + collections.deque())
attempt(lambda: int(collections.deque()))
attempt(lambda: {} | collections.deque())
attempt(lambda: functools.partial(int).missing)
attempt(lambda: Own().missing)
attempt(lambda: collections.deque().append())
attempt(lambda: collections.deque.append(1, 2))
print(collections.deque.__name__, collections.deque.__qualname__, collections.deque.__module__)
print(collections.deque([1], 3), Own([1]), itertools.count(2), itertools.repeat(1, 2))
print(collections.deque, collections.deque.append, collections.deque.append.__qualname__)

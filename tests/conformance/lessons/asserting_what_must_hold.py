"""Assertions: contracts by decorator, messages, and what they are not for."""
import functools


def contract(before=lambda *a: True, after=lambda r: True):
    def decorate(function):
        @functools.wraps(function)
        def checked(*args):
            assert before(*args), f"{function.__name__}{args} must not be called so"
            result = function(*args)
            assert after(result), f"{function.__name__} gave {result!r}"
            return result
        return checked
    return decorate


@contract(before=lambda n: n >= 0, after=lambda r: r >= 1)
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


@contract(after=lambda items: all(a <= b for a, b in zip(items, items[1:])))
def badly_sorted(items):
    return sorted(items, key=str)


class Stack:
    def __init__(self, room):
        self.room, self.items = room, []
        self._check()

    def _check(self):
        assert len(self.items) <= self.room, (len(self.items), self.room)

    def push(self, item):
        self.items.append(item)
        self._check()
        return self


def attempt(action, *args):
    try:
        print("fine:", action(*args))
    except AssertionError as error:
        print("AssertionError:", error, error.args)


attempt(factorial, 5)
attempt(factorial, -1)
attempt(badly_sorted, [3, 1, 2])
attempt(badly_sorted, [3, 10, 2])
attempt(Stack(1).push("a").push, "b")


def bare(x):
    assert x
    return "x holds"


attempt(bare, [1])
attempt(bare, [])
assert (1, "a tuple") and True, "never shown"
print(__debug__, isinstance(AssertionError(), Exception))
values = [1, 4, 9]
assert all(isinstance(v, int) for v in values) and values == sorted(values)
assert sum(values) == 15, f"the sum of {values} is {sum(values)}, not 15"

"""Objects that are called: __call__, closures, bound methods, partial, and classes as functions."""
from functools import partial, partialmethod


class Adder:
    def __init__(self, n):
        self.n, self.calls = n, 0

    def __call__(self, value, *more):
        self.calls += 1
        return sum((value, *more), self.n)


class Pipeline:
    def __init__(self, *steps):
        self.steps = steps

    def __or__(self, step):
        return Pipeline(*self.steps, step)

    def __ror__(self, value):
        return self(value)

    def __call__(self, value):
        for step in self.steps:
            value = step(value)
        return value


class Meta:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key}]"


class Cell:
    def __init__(self):
        self._alive = False

    def set_state(self, state):
        self._alive = state
        return self

    live = partialmethod(set_state, True)
    die = partialmethod(set_state, False)

    @property
    def alive(self):
        return self._alive


def make_counter():
    def count():
        count.value += 1
        return count.value
    count.value = 0
    return count


add5 = Adder(5)
print(add5(1), add5(1, 2, 3), add5.calls, callable(add5), callable(5), list(map(add5, range(3))), add5.calls)
clean = Pipeline(str.strip, str.title) | (lambda text: text.replace(" ", "_"))
print(clean("  hello big world "), " ab " | clean, (3 | Pipeline(add5, str, list)))
counter, other = make_counter(), make_counter()
print(counter(), counter(), other(), counter.value, counter.__name__, vars(counter))
print(Meta["x"], Meta[1, 2], Cell().live().alive, Cell().live().die().alive)
bound = "a-b".split
print(bound("-"), bound.__name__, bound.__self__, [].append.__name__, type(bound).__name__, str.upper("x"), type(str.upper).__name__, int.__add__(1, 2))
basetwo = partial(int, base=2)
print(basetwo("1010"), sorted("bA", key=str.lower), dict(map(lambda pair: pair.split("="), ["a=1"])), (lambda *a, **k: (a, k))(1, b=2))
try:
    Cell()()
except TypeError as error:
    print(error)
try:
    add5()
except TypeError as error:
    print(error)
add5.__call__ = lambda value: "from the instance"
print(add5(0), add5.__call__(0), type(add5).__call__(add5, 0))
TABLE = {"square": lambda x: x * x, "twice": partial(Adder(0).__call__), "text": str, "new": Adder}
print([TABLE[name](4) for name in ("square", "twice", "text")], TABLE["new"](1)(1), print.__name__)

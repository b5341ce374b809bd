"""return ends a generator; StopIteration inside it is an error."""


def two():
    yield 1
    return 2


def bad():
    yield 1
    raise StopIteration("mine")

g = two()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
print(list(two()), next(g, None))
b = bad()
next(b)
try:
    next(b)
except RuntimeError as error:
    print(error, repr(error.__cause__))

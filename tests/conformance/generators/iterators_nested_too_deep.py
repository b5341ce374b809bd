"""Iterators over iterators, too many: RecursionError, or an answer, but no end of the program."""


def deep(wrap):
    chain = iter([1])
    for _ in range(3_000):
        chain = wrap(chain)
    return chain


def generator(inner):
    yield from inner


try:
    next(deep(generator))
except RecursionError as error:
    print(error)

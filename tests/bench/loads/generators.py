# /// coroscope
# title = "Benchmark: chained generators"
# [cost]
# instruction = 0
# ///
"""A chain of generators, one of them delegating by yield from."""

SIZE = 1  # times 10,000 values


def numbers(count):
    for n in range(count):
        yield n


def doubled(source):
    for n in source:
        yield n * 2


def delegated(source):
    yield from source


def odd_out(source):
    for n in source:
        if n % 3:
            yield n


for _ in range(SIZE):
    for value in odd_out(delegated(doubled(numbers(10_000)))):
        pass

"""Generators as classic coroutines: averager, grep, and delegation by yield from."""
from functools import wraps
from inspect import getgeneratorstate


def coroutine(function):
    """Primes a generator: runs it to its first yield."""
    @wraps(function)
    def primer(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return primer


@coroutine
def averager():
    total, count, average = 0.0, 0, None
    while True:
        term = yield average
        total += term
        count += 1
        average = total / count


def grep(pattern):
    print("looking for", pattern)
    try:
        while True:
            line = yield
            if pattern in line:
                print("found:", line)
    except GeneratorExit:
        print("going away, goodbye")


def summing():
    total = 0
    while (term := (yield)) is not None:
        total += term
    return total


def collecting(results, key):
    while True:
        results[key] = yield from summing()


average = averager()
print([average.send(n) for n in (10, 30, 5)])
try:
    average.send("spam")
except TypeError as error:
    print(error)
print(getgeneratorstate(average))

searcher = grep("coroutine")
print(getgeneratorstate(searcher))
next(searcher)
print(getgeneratorstate(searcher))
for line in ("a plain line", "a coroutine line", "coroutines again"):
    searcher.send(line)
searcher.close()
print(getgeneratorstate(searcher))

results = {}
collector = collecting(results, "weights")
next(collector)
for number in (40.9, 38.5, 44.3, None, 1):
    collector.send(number)
print(results)
try:
    grep("x").send("too early")
except TypeError as error:
    print(error)

"""yield from: what passes through it, in both directions, from trees to coroutines."""


def averager():
    total = count = 0
    while True:
        value = yield
        if value is None:
            return (count, total / count) if count else (0, None)
        total, count = total + value, count + 1


def grouper(results, key):
    while True:
        results[key] = yield from averager()


def main(data):
    results = {}
    for key, values in data.items():
        group = grouper(results, key)
        next(group)
        for value in values:
            group.send(value)
        group.send(None)
    for key, (count, average) in results.items():
        print(f"{key:<10} {count:2} values, average {average and round(average, 2)}")


main({"kilos": [40.9, 38.5, 44.3], "metres": [1.6, 1.51], "none": []})


def countdown(n):
    while n:
        n = (yield n) or n - 1
    return "lift off"


def wrapped(n):
    result = yield from countdown(n)
    yield result


g = wrapped(5)
print(next(g), next(g), g.send(2), next(g), next(g), next(g, "over"))


def hierarchy(cls, depth=0):
    yield "  " * depth + cls.__name__
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        yield from hierarchy(sub, depth + 1)


print(*hierarchy(ArithmeticError), sep="\n")


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


print(list(chain("ab", range(2), {"k": 1}, chain([9]))))
try:
    list(chain("a", 5))
except TypeError as error:
    print(error)

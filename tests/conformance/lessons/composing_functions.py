"""Functions that make functions: compose, curry, partial, flip, and pipelines of them."""
from functools import partial, reduce
from inspect import signature


def compose(*functions):
    """compose(f, g)(x) is f(g(x))."""
    return reduce(lambda f, g: lambda *args: f(g(*args)), functions, lambda x: x)


def curry(function):
    wanted = len(signature(function).parameters)

    def collect(*args):
        if len(args) >= wanted:
            return function(*args)
        return lambda *more: collect(*args, *more)
    return collect


def flip(function):
    return lambda a, b: function(b, a)


@curry
def volume(length, width, height):
    return length * width * height


add_one, double = (1).__add__, partial(lambda a, b: a * b, 2)
print(compose(add_one, double)(10), compose(double, add_one)(10), compose()(10))
print(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), volume(2, 3, 4))
slab = volume(2, 3)
print([slab(h) for h in range(4)])
print(flip(pow)(2, 10), list(map(flip(divmod), (3, 4), (20, 21))))
shout = compose("".join, partial(map, str.upper), str.split)
print(shout("make it loud"))
hexed = partial(int, base=16)
print(hexed("ff"), hexed.func is int, hexed.args, hexed.keywords, hexed)
log = partial(print, "[log]", sep=" | ", end=" .\n")
log("ready", 3)
log("comma", sep=",")
nested = partial(partial(max, 5), 7)
print(nested(6), nested(9), nested.args)
counters = [lambda: i for i in range(3)]
fixed = [lambda i=i: i for i in range(3)]
print([f() for f in counters], [f() for f in fixed])

"""partial, reduce, caches, singledispatch, cmp_to_key, total_ordering, cached_property, wraps."""
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def power(base, exponent=2, *, offset=0):
    return base ** exponent + offset


square = partial(power)
cube = partial(power, exponent=3)
print(square(5), cube(2), cube(2, offset=1), partial(power, 2)(10), cube.func.__name__, cube.args, cube.keywords, partial(cube, offset=5)(1))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: f"({a}+{b})", "abcd"), reduce(max, [3, 9, 2], 5), reduce(lambda a, b: a, [], "start"))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=2)
def slow(x, y=0):
    print("  computing", x, y)
    return x + y


print(fib(80), fib.cache_info())
print(slow(1), slow(1), slow(2), slow(3), slow(1), slow(x=1), slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow.__wrapped__(1, 2), slow.cache_parameters())


@singledispatch
def show(value):
    return f"object {value!r}"


@show.register
def _(value: int):
    return f"int {value:+d}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + ", ".join(map(show, value)) + "]"


print(show(5), show("x"), show([1, (2, "y")]), show(True), show(None))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))

    @cached_property
    def weight(self):
        print("  weighing")
        return sum(self.parts)

    def scale(self, factor, add=0):
        return [p * factor + add for p in self.parts]

    double = partialmethod(scale, 2)


versions = [Version(t) for t in ("1.10", "1.2", "1.2.1")]
print(sorted(versions), versions[0] >= versions[1], versions[1] <= versions[2], max(versions), versions[0].weight, versions[0].weight, versions[0].double(add=1))
print(sorted([5, 3, 8, 1], key=cmp_to_key(lambda a, b: b - a)), sorted("bAc", key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


def logged(prefix):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            print(prefix, function.__name__, args, kwargs)
            return function(*args, **kwargs)
        wrapper.calls = 0
        return wrapper
    return decorate


@logged("->")
@logged("=>")
def greet(name: str, *, loud=False) -> str:
    """Greets."""
    return name.upper() if loud else name


print(greet("Ann", loud=True), greet.__name__, greet.__doc__, greet.__annotations__, greet.__wrapped__.__wrapped__("raw"), greet.__qualname__)
for wrong in (lambda: reduce(max, []), lambda: partial(), lambda: partial(5), lambda: slow([]), lambda: show(), lambda: fib("x"), lambda: lru_cache("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)

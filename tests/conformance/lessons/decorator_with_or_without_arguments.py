"""A decorator used bare, with brackets, and with options; as a function and as a class."""
import functools


def announce(function=None, *, before="calling", times=1):
    if function is None:
        return functools.partial(announce, before=before, times=times)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        for _ in range(times):
            print(f"{before} {function.__name__}({shown})")
            result = function(*args, **kwargs)
        return result
    return wrapper


class CountCalls:
    """A class as a decorator; __get__ lets it work for methods too."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.count = function, 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


@announce
def add(a, b=1):
    """Adds."""
    return a + b


@announce()
def greet(name):
    return f"hi {name}"


@announce(before="running", times=2)
def tick():
    return "tock"


class Lamp:
    @CountCalls
    def switch(self, on):
        return f"lamp is {'on' if on else 'off'}"


@CountCalls
def free(n):
    return -n


print(add(1), add(2, b=3), greet("Bo"), tick())
print(add.__name__, add.__doc__, add.__wrapped__(10), greet.__qualname__)
lamp = Lamp()
print(lamp.switch(True), Lamp.switch(lamp, False), Lamp.switch.count, free(3), free.count, free.__name__)


@lambda f: f()
def answer():
    return 42


print(answer, answer + 1)

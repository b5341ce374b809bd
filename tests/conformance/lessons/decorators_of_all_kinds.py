"""Decorators: plain, with arguments, as classes, stacked, on methods and on classes, with state."""
import functools


def announce(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        signature = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        print(f"calling {function.__name__}({signature})")
        result = function(*args, **kwargs)
        print(f"{function.__name__} returned {result!r}")
        return result
    return wrapper


def repeat(_function=None, *, times=2):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorate if _function is None else decorate(_function)


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance is not None else self


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]
    return get


PLUGINS = {}


def register(function):
    PLUGINS[function.__name__] = function
    return function


def validate(**rules):
    def decorate(function):
        def wrapper(**kwargs):
            for name, rule in rules.items():
                if not rule(kwargs[name]):
                    raise ValueError(f"bad {name}: {kwargs[name]!r}")
            return function(**kwargs)
        return wrapper
    return decorate


@announce
@repeat
def greet(name, *, end="!"):
    """Says hello."""
    return f"hello {name}{end}"


@repeat(times=3)
def one():
    return 1


@CountCalls
def counted(x):
    return x + 1


@singleton
class Config:
    def __init__(self, name):
        self.name = name


class Greeter:
    @announce
    def hi(self, who): return f"hi {who}"

    @CountCalls
    def bump(self, n): return n + 1

    @staticmethod
    @announce
    def static(): return "static"

    @classmethod
    @announce
    def cls(cls): return cls.__name__

    def __repr__(self): return "Greeter()"


@register
def hello(): return "registered"


@validate(age=lambda a: a >= 0, name=str.isalpha)
def person(name, age): return f"{name} is {age}"


@(lambda f: lambda: f() * 2)
def doubled(): return 21


greet("Ann", end="?")
print(greet.__name__, greet.__doc__, one(), [counted(i) for i in range(3)], counted.calls, counted.__name__, doubled())
print(Config("a") is Config("b"), Config("c").name, Config.__name__, PLUGINS["hello"]())
g = Greeter()
print(g.hi("Bob"), g.bump(1), Greeter.bump.calls, g.static(), Greeter.cls())
for bad in ({"name": "Al", "age": -1}, {"name": "4l", "age": 1}, {"name": "Al", "age": 5}):
    try:
        print(person(**bad))
    except ValueError as error:
        print(error)

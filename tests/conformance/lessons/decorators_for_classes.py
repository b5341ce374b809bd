"""Decorators that take a class: registering, adding methods, wrapping all methods, checking."""
import functools

REGISTRY = {}


def register(name):
    def decorate(cls):
        REGISTRY[name] = cls
        return cls
    return decorate


def with_repr(cls):
    def __repr__(self):
        return f"<{cls.__name__} {' '.join(f'{k}={v}' for k, v in sorted(vars(self).items()))}>"
    cls.__repr__ = __repr__
    return cls


def traced(cls):
    for name, value in list(vars(cls).items()):
        if callable(value) and not name.startswith("__"):
            def wrap(method=value):
                @functools.wraps(method)
                def call(self, *args):
                    print(f"-> {cls.__name__}.{method.__name__}{args}")
                    return method(self, *args)
                return call
            setattr(cls, name, wrap())
    return cls


def needs(*names):
    def decorate(cls):
        missing = [name for name in names if not hasattr(cls, name)]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")
        return cls
    return decorate


@register("dog")
@with_repr
@traced
class Dog:
    def __init__(self, name, age=1):
        self.name, self.age = name, age

    def bark(self, times):
        return "wuff " * times

    def birthday(self):
        self.age += 1
        return self


@register("cat")
@needs("purr")
class Cat:
    def purr(self):
        return "rrr"


rex = REGISTRY["dog"]("Rex", age=3)
print(rex, rex.bark(2), rex.birthday().age, rex.birthday.__name__)
print(sorted(REGISTRY), REGISTRY["cat"]().purr(), Dog is REGISTRY["dog"], Dog.__repr__.__qualname__)
try:
    @register("fish")
    @needs("swim", "blub")
    class Fish:
        def swim(self):
            return "~"
except TypeError as error:
    print(error, "fish" in REGISTRY)

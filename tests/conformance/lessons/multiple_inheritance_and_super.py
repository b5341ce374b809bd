"""Cooperative multiple inheritance: the C3 order, super in all its forms, mixins."""


class Base:
    def __init__(self, **rest):
        print("Base", rest)
        assert not rest

    def hello(self):
        return ["Base"]

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def fixed():
        return "fixed"


class Left(Base):
    def __init__(self, left=1, **rest):
        print("Left", left, rest)
        super().__init__(**rest)

    def hello(self):
        return ["Left"] + super().hello()

    @classmethod
    def make(cls, *args):
        return super().make("left", *args)


class Right(Base):
    def __init__(self, right=2, **rest):
        print("Right", right, rest)
        super(Right, self).__init__(**rest)

    def hello(self):
        return ["Right", *super(Right, self).hello()]


class Bottom(Left, Right):
    def __init__(self, bottom=3, **rest):
        print("Bottom", bottom, rest)
        super().__init__(**rest)

    def hello(self):
        parents = super()
        return [type(self).__name__] + parents.hello()

    @classmethod
    def make(cls, *args):
        return super(Bottom, cls).make("bottom", *args)

    @staticmethod
    def fixed():
        return super(Bottom, Bottom).fixed() + "!"


b = Bottom(left="l", right="r")
print(b.hello(), [c.__name__ for c in Bottom.__mro__], Bottom.mro() == list(Bottom.__mro__))
print(Bottom.make(0), b.make(), Bottom.fixed(), super(Left, b).hello(), Base.make())
print(Bottom.__bases__, Bottom.__base__, issubclass(Bottom, Right), isinstance(b, (int, Base)))


def broken():
    class A: pass
    class B(A): pass
    class C(A, B): pass


def twice():
    class D(Base, Base): pass


for function in (broken, twice, lambda: super(Left, 5), lambda: super().x, lambda: super(1, 2),
                 lambda: super(Left, b).nothing, lambda: type("T", (int, str), {})):
    try:
        function()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, "-", error)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__.lower()] = cls


class Json(Plugin): pass
class Xml(Plugin, key="XML"): pass


print(sorted(Plugin.registry), Json.registry is Plugin.registry)
try:
    class Bad(Base, key=3): pass
except TypeError as error:
    print(error)

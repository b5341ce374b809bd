"""Five ways to have one object only: module, __new__, decorator, base class, borrowed state."""


class ByNew:
    _only = None

    def __new__(cls, *args):
        if cls._only is None:
            print("  allocating")
            cls._only = super().__new__(cls)
        return cls._only

    def __init__(self, value):
        self.value = value


def singleton(cls):
    instances = {}

    def get(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get


@singleton
class Decorated:
    def __init__(self, value):
        self.value = value


class OnePerClass:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        cls._only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = object.__new__(cls)
        return cls._only


class Left(OnePerClass):
    pass


class Right(OnePerClass):
    pass


class Borg:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared


first, second = ByNew(1), ByNew(2)
print(first is second, first.value, second.value)
first, second = Decorated(1), Decorated(2)
print(first is second, first.value, type(Decorated).__name__)
print(Left() is Left(), Right() is Right(), Left() is Right())
one, other = Borg(), Borg()
one.mood = "hungry"
print(one is other, other.mood, one.__dict__ is other.__dict__)
try:
    isinstance(first, Decorated)
except TypeError as error:
    print(error)

# Whatever is named as metaclass is called; only a type makes a class of what it gets.
def tell(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


def made_by(kind):
    class Made(metaclass=kind):
        pass

    return Made


for kind in (int, str, list, object, dict, bool, tuple, ValueError, range, float):
    tell(lambda: made_by(kind))
print(made_by(lambda name, bases, namespace: 5))


class Unset:
    __slots__ = ("__init__",)


class UnsetLength:
    __slots__ = ("__len__",)


for action in (Unset, lambda: len(UnsetLength())):
    try:
        action()
    except AttributeError as error:
        print(error)

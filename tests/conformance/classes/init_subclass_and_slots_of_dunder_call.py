"""__init_subclass__, __set_name__ and dunders looked up on the type."""


class Plugin:
    known = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.known.append((cls.__name__, tag))


class A(Plugin, tag="first"):
    pass


class B(A):
    pass


class Field:
    def __set_name__(self, owner, name):
        self.label = f"{owner.__name__}.{name}"

    def __get__(self, instance, owner=None):
        return self.label


class Form:
    city = Field()

print(Plugin.known, Form().city)
a = A()
a.__len__ = lambda: 5
try:
    len(a)
except TypeError as error:
    print(error)

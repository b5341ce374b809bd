"""prepare_class and new_class: the metaclass, the namespace and the bases."""
import types


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        print('prepare', name, bases, keywords)
        return {'prepared': True}

    def __new__(mcls, name, bases, namespace, **keywords):
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta):
    pass


class Stand:
    def __mro_entries__(self, bases):
        return (Base,)


stand = Stand()
print(types.prepare_class('X', (Base,), {'metaclass': type, 'flag': 1}), types.prepare_class('Y'))
made = types.new_class('Made', (stand,), {'flag': 2}, lambda namespace: namespace.update(x=5))
print(type(made), made.__bases__, made.x, made.prepared, made.__orig_bases__ == (stand,), made.__module__)
bases = (int, str)
print(types.resolve_bases(bases) is bases, types.resolve_bases([stand]))


class Other(type):
    pass


try:
    types.prepare_class('Z', (Base,), {'metaclass': Other})
except TypeError as error:
    print(error)

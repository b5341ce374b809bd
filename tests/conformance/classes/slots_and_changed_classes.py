"""Classes that add the same slots are laid out alike; what slots a class may add."""
import weakref


class One:
    __slots__ = ('a', 'b')


class Other:
    __slots__ = ('b', 'a')


class Less:
    __slots__ = ('a',)


class Weak:
    __slots__ = ('__weakref__',)


def change(thing, kind):
    try:
        thing.__class__ = kind
        print(type(thing).__name__, thing.a)
    except TypeError as error:
        print(error)


one = One()
one.a = 5
change(one, Other)
change(one, Less)
change(one, Weak)
for bases, slots in (((Weak,), '__weakref__'), ((), ('__weakref__', '__weakref__')), ((Exception,), '__dict__'),
                     ((int,), 'x'), ((One, Other), ()), ((One, Weak), ())):
    try:
        print(type('Made', bases, {'__slots__': slots}).__mro__)
    except TypeError as error:
        print(error)
weak = Weak()
print(weakref.ref(weak)() is weak, weak.__weakref__ is weakref.ref(weak), type(One.a), One.a.__name__, One.a.__qualname__)

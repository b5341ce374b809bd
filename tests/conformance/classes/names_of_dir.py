# dir() has `__dict__` and `__weakref__` where the instances do, and all that it names can be asked for.
import weakref


class Plain:
    def go(self):
        pass


class Slotted:
    __slots__ = ('a',)


class Below(Slotted):
    pass


class WithDict:
    __slots__ = ('__dict__',)


class Stack(list):
    pass


class Whole(int):
    pass


for cls, native in ((Plain, object), (Slotted, object), (Below, object), (WithDict, object), (Stack, list), (Whole, int)):
    print(cls.__name__, [name for name in dir(cls()) if name not in dir(native)], dir(cls) == dir(cls()))
print(['__dict__' in dir(each) for each in (object(), 5, int, lambda: 0, BaseException())])

plain = Plain()
plain.x = 1
print([name for name in dir(plain) if name not in dir(Plain)], [name for name in dir(plain) if not hasattr(plain, name)],
      [name for name in dir(Plain) if not hasattr(Plain, name)])
reference = weakref.ref(plain)
print(plain.__weakref__ is reference, Plain().__weakref__, [hasattr(each, '__weakref__') for each in (Slotted(), 5, [])])
try:
    Slotted().__weakref__
except AttributeError as error:
    print(error)

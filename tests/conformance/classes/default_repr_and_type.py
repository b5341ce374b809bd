"""type(), class reprs and __class__."""


class Plain:
    pass


class Outer:
    class Inner:
        pass

print(type(Plain()).__name__, Plain, Outer.Inner)
print(repr(Plain()).startswith("<__main__.Plain object at 0x"))
print(type(1), type("a"), type(None), type([]), type(Plain), type(print))
print(Plain().__class__ is Plain, Plain.__module__, type(Plain.__init__).__name__)
print(isinstance(3, (str, int)), isinstance(True, int), type(True) is int)

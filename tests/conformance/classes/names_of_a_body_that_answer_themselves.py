"""A class body whose namespace is a dict with __missing__ and __setitem__ of its own (__prepare__)."""


class Numbering(dict):
    def __init__(self):
        super().__init__(__made__="yes")
        self.next = 0

    def __missing__(self, name):
        if name.startswith("__") or name in ("len", "print", "outside"):
            raise KeyError(name)
        self[name] = self.next
        self.next += 1
        return self[name]

    def __setitem__(self, name, value):
        if not name.startswith("__"):
            print("set", name, value)
        super().__setitem__(name, value)


class Auto(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        return Numbering()


outside = "global"


class Flavour(metaclass=Auto):
    vanilla
    chocolate
    banana = vanilla + 10
    size = len(outside)
    del size


print(Flavour.vanilla, Flavour.chocolate, Flavour.banana, Flavour.__made__, hasattr(Flavour, "size"))


def make():
    captured = "captured"

    class Inner(metaclass=Auto):
        seen = captured
    return Inner


print(make().seen)

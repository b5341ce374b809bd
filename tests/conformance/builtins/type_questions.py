"""isinstance, getattr, hasattr, callable, id, repr, type."""


class Thing:
    size = 3

    def method(self):
        return self.size

t = Thing()
print(getattr(t, "size"), getattr(t, "none", None), hasattr(t, "method"), callable(t.method), callable(t))
setattr(t, "color", "red")
print(t.color, vars(t), id(t) == id(t), t is Thing, isinstance(t, object))
delattr(t, "color")
print(hasattr(t, "color"), isinstance(1, int), isinstance("a", (int, str)), type(t) == Thing)
try:
    isinstance(1, "int")
except TypeError as error:
    print(error)
try:
    getattr(t, "missing")
except AttributeError as error:
    print(error)
print(Thing.method(t), t.method.__name__, repr("r"), str(5), bool(t))

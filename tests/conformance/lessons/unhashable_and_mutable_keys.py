"""What can be a key: hashes, equality, mutable keys that get lost, and unhashable ones."""


class Key:
    def __init__(self, name): self.name = name
    def __hash__(self): return hash(self.name)
    def __eq__(self, other): return isinstance(other, Key) and self.name == other.name
    def __repr__(self): return f"Key({self.name!r})"


class OnlyEq:
    def __eq__(self, other): return True


class Bad:
    def __hash__(self): return "text"


a, b = Key("a"), Key("a")
d = {a: 1}
d[b] = 2
print(d, len({a, b}), a is b, d[Key("a")], hash(a) == hash(b))
a.name = "changed"
print(a in d, list(d), Key("a") in d, len(d))
for thing in ([], {}, set(), [1], (1, []), OnlyEq(), Bad(), bytearray(b"x"), slice(1), frozenset(), (1, 2), None, ..., len, Key):
    try:
        {thing: 1}
        hash(thing)
        print("fine", type(thing).__name__)
    except TypeError as error:
        print(type(thing).__name__, "-", error)
print({1: "a", 1.0: "b", True: "c"}, {0: "x", False: "y", -0.0: "z"}, {"1": 1, 1: 2}, hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1.0, 2.0)))

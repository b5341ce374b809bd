"""Comparisons, hashing and sorting of own objects."""


class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a == c, a != b, a < b, b > a, a == 5, a != 5)
print(sorted([b, a]), len({a, b, c}), max(a, b), [a].index(c))
try:
    a <= b
except TypeError as error:
    print(error)


class NoHash:
    def __eq__(self, other):
        return True

try:
    hash(NoHash())
except TypeError as error:
    print(error)

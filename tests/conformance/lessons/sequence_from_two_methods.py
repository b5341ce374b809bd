"""collections.abc.Sequence: two methods in, nine out."""
from collections.abc import MutableSequence, Sequence


class Alphabet(Sequence):
    """The letters from one to another, none of them stored."""

    def __init__(self, first, last):
        self._codes = range(ord(first), ord(last) + 1)

    def __len__(self):
        return len(self._codes)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [chr(code) for code in self._codes[index]]
        return chr(self._codes[index])


class Logged(MutableSequence):
    """A list that tells what is done to it; all else is built on five methods."""

    def __init__(self, items=()):
        self._items = list(items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, value):
        print(f"  set {index} to {value}")
        self._items[index] = value

    def __delitem__(self, index):
        print(f"  delete {index}")
        del self._items[index]

    def insert(self, index, value):
        print(f"  insert {value} at {index}")
        self._items.insert(index, value)


letters = Alphabet("c", "j")
print(len(letters), letters[0], letters[-1], letters[2:5], letters[::-3])
print("e" in letters, "z" in letters, letters.index("f"), letters.count("g"))
print("".join(letters), "".join(reversed(letters)), isinstance(letters, Sequence))
try:
    letters[8]
except IndexError as error:
    print(error)
try:
    letters.index("x")
except ValueError as error:
    print("ValueError", error)
names = Logged(["bo"])
names.append("cy")
names.extend(["di", "ed"])
names += ["flo"]
names.remove("di")
print("  popped", names.pop(0))
names.reverse()
names[0] = "fay"
print(list(names), "ed" in names)

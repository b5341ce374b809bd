"""The parts of a slice are asked before the length of what is sliced: asking may change it."""


class Emptying:
    def __init__(self, target, value):
        self.target, self.value = target, value

    def __index__(self):
        self.target.clear()
        self.target += [1, 2, 3] if isinstance(self.target, list) else b"abc"
        return self.value


def emptied(make, change):
    target = make()
    try:
        print(change(target), target)
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error, target)


def assign(target, slice_, value):
    target[slice_] = value


def delete(target, slice_):
    del target[slice_]


for make in (lambda: list(range(10)), lambda: bytearray(10)):
    emptied(make, lambda t: t[Emptying(t, 2):5])
    emptied(make, lambda t: t[Emptying(t, 1):9:2])
    emptied(make, lambda t: t[Emptying(t, 9)])
    emptied(make, lambda t: assign(t, slice(Emptying(t, 2), 8), [7]))
    emptied(make, lambda t: delete(t, slice(Emptying(t, 1), 8)))
    emptied(make, lambda t: delete(t, slice(Emptying(t, 0), 8, 2)))
    emptied(make, lambda t: assign(t, slice(0, 3, 0), 5))


class Asked:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __index__(self):
        print("asked for", self.name)
        return self.value


def items():
    print("items")
    yield 8


target = [0, 1, 2, 3]
target[Asked("start", 1):Asked("stop", 3)] = items()
print(target)
data = bytearray(b"0123")
data[Asked("start", 1):Asked("stop", 3)] = items()
print(data)

"""When objects die: reference counts, del, __del__, resurrection, weak spots in the middle."""
import sys


class Noisy:
    alive = 0

    def __init__(self, name):
        self.name = name
        Noisy.alive += 1

    def __del__(self):
        Noisy.alive -= 1
        print("  dies:", self.name)

    def __repr__(self):
        return f"Noisy({self.name!r})"


class Phoenix:
    nest = []

    def __del__(self):
        print("  burning")
        Phoenix.nest.append(self)


class Failing:
    def __del__(self):
        print("  about to fail")
        raise ValueError("nobody hears this")


a = Noisy("a")
b = a
del a
print("still", b)
b = None
print("after")
Noisy("at once")
items = [Noisy(i) for i in range(3)]
items.pop(1)
print("popped")
items[:] = []
print("cleared", Noisy.alive)


def scope():
    local = Noisy("local")
    print("in scope")
    return "left"


print(scope())
for n in (Noisy("loop") for _ in range(2)):
    print("looping")
del n
d = {"k": Noisy("old")}
d["k"] = Noisy("new")
print("replaced")
d.clear()
p = Phoenix()
del p
print(len(Phoenix.nest))
Phoenix.nest.clear()
print("gone for good")
try:
    kept = Noisy("in try")
    raise KeyError(kept)
except KeyError as error:
    print("caught", error)
del kept
print("the exception is gone")


def generator():
    held = Noisy("in generator")
    try:
        yield 1
    finally:
        print("  generator finished")


g = generator()
next(g)
del g
print("generator dropped")
x = Noisy("first"), Noisy("second")
x = 1
f = Failing()
sys.stdout.flush()
try:
    del f.missing
except AttributeError as error:
    print(error)
try:
    del undefined
except NameError as error:
    print(error)
try:
    del [1, 2, 3][5]
except IndexError as error:
    print(error)
class Holder: pass
h = Holder()
h.x, h.y = Noisy("x"), Noisy("y")
del h.x
print("one left")
h = None
del Noisy.alive
print(hasattr(Noisy, "alive"))
Noisy.__del__ = lambda self: print("  replaced __del__", self.name)
Noisy.alive = 0
Noisy("new style")
del f
last = Noisy("at the end")
print("end of program")

"""When objects die: reference counts, del, containers, locals, generators and exceptions."""
import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"  {self.name} dies")


print("rebinding")
a = Thing("a")
b = a
a = None
print("  still held by b")
b = 1

print("a container")
box = [Thing("x"), Thing("y")]
del box[0]
box.clear()

print("a function's locals")


def borrow():
    local = Thing("local")
    return len(local.name)


print(borrow())

print("a generator that is dropped half way")


def lend():
    inside = Thing("inside")
    try:
        yield inside.name
    finally:
        print("  the generator is closed")


lender = lend()
print(next(lender))
del lender

print("an exception keeps the frames it came through")


def fail():
    kept = Thing("kept by the traceback")
    raise ValueError(kept.name)


try:
    fail()
except ValueError as error:
    print("  caught", error)
    saved = error
print("  still kept:", saved.__traceback__.tb_next.tb_frame.f_code.co_name)
saved = None

print("counts")
thing = Thing("counted")
before = sys.getrefcount(thing)
others = [thing, thing]
print(sys.getrefcount(thing) - before)
others.clear()
print(sys.getrefcount(thing) - before)


class Careless:
    def __del__(self):
        raise RuntimeError("nobody hears this but stderr")


Careless()
print("the end; what lives dies with the program")

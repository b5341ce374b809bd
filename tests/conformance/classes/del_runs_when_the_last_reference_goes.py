"""__del__ runs at once when nobody refers to the object any more."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)

a = Noisy("a")
b = a
del a
print("still there")
b = Noisy("b")
print("replaced")
Noisy("temporary")


def local():
    n = Noisy("local")
    print("inside")

local()
print("end")

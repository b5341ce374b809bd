"""`__class__` can be set: the state pattern in one line."""


class Closed:
    def __init__(self, name):
        self.name = name

    def push(self):
        self.__class__ = Open
        return f"{self.name} opens"


class Open(Closed):
    def push(self):
        self.__class__ = Closed
        return f"{self.name} closes"


class Slotted:
    __slots__ = ("name",)


door = Closed("door")
print(door.push(), door.push(), door.push(), type(door).__name__, vars(door), isinstance(door, Open))
for target in (Slotted, int, 3):
    try:
        door.__class__ = target
    except TypeError as error:
        print(error)
try:
    (1).__class__ = bool
except TypeError as error:
    print(error)
print(door.name, door.push())

"""A class attribute whose class is given `__set__` later goes before the instance's from then on."""


class Getter:
    def __get__(self, instance, owner):
        return "descriptor"


class Thing:
    value = Getter()


def read(things):
    return [thing.value for thing in things]


def write(things, value):
    for thing in things:
        thing.value = value


things = [Thing(), Thing()]
for thing in things:
    thing.__dict__["value"] = "own"
print(read(things), read(things))
others = [Thing(), Thing()]
write(others, "own")
print(read(others), read(others))
Getter.__set__ = lambda self, instance, value: print("set to", value)
print(read(things), read(others))
write(others, "another")

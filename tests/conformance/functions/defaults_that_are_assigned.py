"""__defaults__ and __kwdefaults__ can be set; they stay a tuple and a dict, or None."""


def area(width, height=2, *, unit="m"):
    return f"{width * height} {unit}"


area.__defaults__ = (10, 20)
area.__kwdefaults__ = {"unit": "km"}
print(area(), area(1), area(1, unit="cm"), area.__defaults__, area.__kwdefaults__)
area.__defaults__ = None
del area.__kwdefaults__
for call in (lambda: area(1), lambda: area(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
for name, value in (("__defaults__", [1]), ("__kwdefaults__", (1,))):
    try:
        setattr(area, name, value)
    except TypeError as error:
        print(error)


class Counter:
    def up(self, by=1):
        return by


Counter.up.__defaults__ = (5,)
print(Counter().up(), Counter.up.__defaults__)

"""%d of an object whose __int__ or __index__ gives no int, or raises."""


class Text:
    def __int__(self):
        return "i"

    __index__ = __int__


class Raising:
    def __index__(self):
        raise KeyError(3)


class Typed:
    def __int__(self):
        raise TypeError("my own")


for thing in (Text(), Raising(), Typed(), "x", None, 1.5, True):
    for spec in ("%d", "%x", "%i"):
        try:
            print(spec, spec % thing)
        except (TypeError, KeyError) as error:
            print(spec, repr(error))

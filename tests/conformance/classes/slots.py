"""__slots__: only what is named can be set, where no base has a __dict__."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


class Child(Point):
    __slots__ = "z"


class Free(Point):
    pass


class Private:
    __slots__ = ("__hidden", "__dict__")

    def __init__(self):
        self.__hidden = 1


def attempt(what, act):
    try:
        print(what, act())
    except Exception as error:
        print(what, type(error).__name__, error)


p, c, f = Point(1), Child(2), Free(3)
attempt("x", lambda: p.x)
attempt("y unset", lambda: p.y)
attempt("other", lambda: setattr(p, "other", 1))
attempt("dict", lambda: p.__dict__)
attempt("del", lambda: delattr(p, "x"))
attempt("gone", lambda: p.x)
attempt("child", lambda: setattr(c, "z", 5) or (c.x, c.z))
attempt("child other", lambda: setattr(c, "w", 5))
attempt("free", lambda: setattr(f, "w", 5) or (f.x, f.w))
attempt("private", lambda: Private()._Private__hidden)
attempt("member", lambda: (repr(Point.x), Point.__slots__))
attempt("number", lambda: type("T", (), {"__slots__": [1]}))
attempt("no name", lambda: type("T", (), {"__slots__": ["a b"]}))
attempt("conflict", lambda: type("T", (), {"__slots__": ["a"], "a": 1}))

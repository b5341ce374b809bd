"""__slots__: which attributes an instance may have, with inheritance, defaults and mistakes."""


class Point:
    __slots__ = ("x", "y", "__secret")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def keep(self, value):
        self.__secret = value
        return self.__secret


class Point3(Point):
    __slots__ = ("z",)


class Open(Point):
    """No __slots__ here: a dict comes back."""


class Counted:
    __slots__ = ("value", "__dict__")


class Named:
    __slots__ = {"name": "what it is called"}


p, q, o, c, n = Point(1, 2), Point3(3, 4), Open(5, 6), Counted(), Named()
q.z = 9
o.extra = "fine"
c.value, c.other = 1, 2
n.name = "n"
print(p.x, p.y, p.keep(7), q.x, q.z, o.extra, o.x, c.value, c.other, n.name, Point.__slots__, hasattr(p, "__dict__"), hasattr(o, "__dict__"))
print(Point.x, Point3.z, Point.x.__get__(p), hasattr(p, "_Point__secret"), "x" in Point.__dict__)
del p.x
Point.x.__set__(p, 10)
p.x += 1
print(p.x, getattr(q, "w", "no w"), [name for name in dir(p) if not name.startswith("__")])


def conflict():
    class Bad:
        __slots__ = ("x",)
        x = 1


def of_int():
    class Bad(int):
        __slots__ = ("x",)


def of_tuple():
    class Good(tuple):
        __slots__ = ()
        first = property(lambda self: self[0])
    print(Good([1, 2]).first)
    Good([1]).second = 2


def not_strings():
    class Bad:
        __slots__ = (1, 2)


def not_names():
    class Bad:
        __slots__ = ("a b",)


for attempt in (lambda: setattr(p, "z", 1), lambda: p.z, lambda: q.w, lambda: setattr(q, "w", 0), lambda: p.__dict__, lambda: vars(p), lambda: Point(0, 0).keep, lambda: delattr(Point.__new__(Point), "x"),
                lambda: Point.__new__(Point).y, lambda: Point.x.__get__(5), lambda: setattr(p, "keep", 1), conflict, of_int, of_tuple, not_strings, not_names):
    try:
        print("ok", type(attempt()).__name__)
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)

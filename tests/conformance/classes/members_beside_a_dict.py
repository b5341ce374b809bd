"""What __slots__ names is no part of __dict__, where a class or a base of it has both."""
import copy


class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named(Point):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


class Open:
    __slots__ = ('a', '__dict__')


named = Named(1, 2, 'p')
print(vars(named), named.x, named.__getstate__(), Point(3, 4).__getstate__())
del named.x
print(hasattr(named, 'x'), vars(named))
named.x = 5
twin = copy.copy(named)
twin.name = 'q'
print(twin.x, twin.y, vars(twin), vars(named))
both = Open()
both.a, both.b = 1, 2
both.__dict__['a'] = 'only in the dict'
print(both.a, vars(both))
both.__dict__ = {'m': 3}
print(both.a, both.m, vars(both))
for ask in (lambda: vars(Point(1, 2)), lambda: Point(1, 2).__dict__, lambda: Point.x.__get__(Point.__new__(Point))):
    try:
        print(ask())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

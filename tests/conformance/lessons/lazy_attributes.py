"""Attributes computed once, on first use: three ways to write it."""
from functools import cached_property


class lazy:
    """A non-data descriptor that replaces itself in the instance."""

    def __init__(self, compute):
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print(f"  computing {self.name}")
        value = instance.__dict__[self.name] = self.compute(instance)
        return value


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @lazy
    def area(self):
        """pi r squared"""
        return round(3.14159 * self.radius ** 2, 2)

    @cached_property
    def circumference(self):
        """two pi r"""
        print("  computing circumference")
        return round(2 * 3.14159 * self.radius, 2)

    def __getattr__(self, name):
        if name == "diameter":
            print("  computing diameter")
            self.diameter = 2 * self.radius
            return self.diameter
        raise AttributeError(f"a circle has no {name}")


circle = Circle(2)
for _ in range(2):
    print(circle.area, circle.circumference, circle.diameter)
print(sorted(vars(circle)))
del circle.area, circle.circumference
circle.radius = 3
print(circle.area, circle.circumference, circle.diameter)
print(Circle.area.__doc__, "|", Circle.circumference.__doc__, "|", type(Circle.circumference).__name__)
try:
    circle.colour
except AttributeError as error:
    print(error, "|", hasattr(circle, "edge"), getattr(circle, "edge", "round"))

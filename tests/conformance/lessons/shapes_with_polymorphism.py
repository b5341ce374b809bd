"""Inheritance in the classroom: shapes, overridden methods, class counters, str and repr."""
import math


class Shape:
    count = 0

    def __init__(self, name="shape"):
        self.name = name
        Shape.count += 1
        type(self).made = getattr(type(self), "made", 0) + 1

    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area yet")

    def __str__(self):
        return f"{self.name} with area {self.area():.3f}"

    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if k != "name")
        return f"{type(self).__name__}({fields})"

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, "square")


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Blob(Shape):
    pass


shapes = [Rectangle(2, 3), Square(2), Circle(1), Blob()]
for shape in shapes:
    try:
        print(shape)
    except NotImplementedError as error:
        print("error:", error)
print(shapes, Shape.count, Square.made, Rectangle.made, Circle.made)
print(sorted(shapes[:3], key=Shape.area), Square(2) == Square(2), Square(2) == Rectangle(2, 2), isinstance(shapes[1], Rectangle), type(shapes[1]) is Rectangle)
try:
    {Square(1)}
except TypeError as error:
    print(error)
print(Square.__mro__, Square.__name__, Shape.__subclasses__(), hasattr(Circle, "radius"), Circle.area.__qualname__)

"""A property computes, checks and forbids."""


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._radius = value

    @property
    def area(self):
        return 3 * self.radius ** 2

c = Circle(2)
print(c.area)
c.radius = 5
print(c.area)
for change in (lambda: setattr(c, "radius", -1), lambda: setattr(c, "area", 1)):
    try:
        change()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)

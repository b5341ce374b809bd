"""register(): what is a subclass already is not registered, and no class below itself."""
from abc import ABC


class Shape(ABC):
    pass


class Round(Shape):
    pass


class Drawn:
    pass


print(Shape.register(Round), Shape.register(Drawn), isinstance(Drawn(), Shape))
try:
    Round.register(Shape)
except RuntimeError as error:
    print(error)
Drawn.__module__ = 5
print(Drawn, Drawn.__module__)

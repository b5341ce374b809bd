"""An enumeration whose members carry data and methods."""
from enum import Enum, unique

G = 6.67430e-11


@unique
class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    VENUS = (4.869e24, 6.0518e6)
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return G * self.mass / (self.radius * self.radius)

    def weight(self, kilograms):
        return kilograms * self.gravity / Planet.EARTH.gravity

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda planet: planet.mass)

    def __str__(self):
        return self.name.title()


print(f"{'planet':<10}{'g':>8}{'70 kg feels like':>20}")
for planet in Planet:
    print(f"{planet!s:<10}{planet.gravity:8.3f}{planet.weight(70):17.2f} kg")
print(repr(Planet.heaviest()), Planet((6.421e23, 3.3972e6)), Planet["VENUS"].radius)
print({planet: planet.name[0] for planet in Planet}[Planet.MARS], Planet.EARTH == Planet.EARTH, Planet.EARTH in Planet)
try:
    Planet((1, 2))
except ValueError as error:
    print("ValueError:", error)
try:
    Planet["PLUTO"]
except KeyError as error:
    print("KeyError:", error)
try:
    Planet.EARTH = None
except AttributeError as error:
    print("AttributeError:", error)
try:
    @unique
    class Twice(Enum):
        ONE = 1
        UNO = 1
except ValueError as error:
    print(error)

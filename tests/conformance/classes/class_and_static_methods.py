"""classmethod gets the class, staticmethod nothing."""


class Temperature:
    unit = "C"

    def __init__(self, degrees):
        self.degrees = degrees

    @classmethod
    def boiling(cls):
        return cls(100)

    @staticmethod
    def to_fahrenheit(c):
        return c * 9 / 5 + 32

    def __repr__(self):
        return f"{type(self).__name__}({self.degrees})"


class Precise(Temperature):
    pass

print(Temperature.boiling(), Precise.boiling(), Precise(1).boiling())
print(Temperature.to_fahrenheit(100), Precise(5).to_fahrenheit(37))

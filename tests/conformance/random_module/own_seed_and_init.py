"""A generator with an __init__ of its own, and one that hears of every seed."""
import random


class Dice(random.Random):
    def __init__(self, sides, seed=None):
        super().__init__(seed)
        self.sides = sides

    def roll(self):
        return self.randint(1, self.sides)


class Told(random.Random):
    def seed(self, a=None, version=2):
        print('seeded by', a)
        super().seed(5)


dice = Dice(6, seed=3)
print(dice.sides, [dice.roll() for _ in range(5)])
told = Told(7)
print(told.random())
told.seed(9)
print(told.random())
try:
    random.Random(1, 2)
except TypeError as error:
    print(type(error).__name__)

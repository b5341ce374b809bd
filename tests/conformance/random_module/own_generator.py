"""random.Random has a state of its own."""
import random

mine, yours = random.Random(5), random.Random(5)
print(mine.random() == yours.random(), mine.randint(1, 100), random.random())
print(yours.randint(1, 100), mine.choice("xyz"))

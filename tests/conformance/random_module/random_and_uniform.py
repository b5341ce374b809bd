"""Seeded with 0 before the program starts; bit for bit CPython's."""
import random

for _ in range(4):
    print(random.random())
print(random.uniform(1, 10), random.uniform(-1, 0))
random.seed(42)
print(random.random(), random.random())
random.seed(42)
print(random.random())
random.seed("text")
print(random.random())
random.seed(2.5)
print(random.random())
random.seed(-7)
print(random.random())

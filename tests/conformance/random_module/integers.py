"""randint, randrange and getrandbits."""
import random

print([random.randint(1, 6) for _ in range(12)])
print([random.randrange(10) for _ in range(8)], random.randrange(0, 100, 5), random.randrange(5, 8))
print([random.randint(0, 10 ** n) for n in (3, 9, 12, 20, 30)])
print(random.getrandbits(5), random.getrandbits(32), random.getrandbits(100))
for bad in (lambda: random.randint(2, 1), lambda: random.randrange(0), lambda: random.randrange(1, 2, 0)):
    try:
        bad()
    except ValueError as error:
        print(error)

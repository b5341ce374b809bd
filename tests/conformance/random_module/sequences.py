"""choice, shuffle, sample, choices."""
import random

cards = list(range(10))
print([random.choice("abcdef") for _ in range(8)])
random.shuffle(cards)
print(cards)
print(random.sample(cards, 4), random.sample(range(1000), 3), random.sample("abcdefghijklmnopqrstuvwxyz", 20))
print(random.choices([1, 2, 3], k=6), random.choices("ab", weights=[9, 1], k=8))
try:
    random.choice([])
except IndexError as error:
    print(error)
try:
    random.sample([1], 2)
except ValueError as error:
    print(error)

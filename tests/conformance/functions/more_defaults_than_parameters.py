"""Defaults that are assigned may be more than the parameters: the last ones count."""


def mixed(a, b=1, c=2, *, d=3):
    return a, b, c, d


def plain(a, b):
    return a, b


mixed.__defaults__ = (1, 2, 3, 4, 5, 6)
print(mixed(), mixed(9), mixed(c=5))
try:
    mixed(1, 2, 3, 4)
except TypeError as error:
    print(error)
plain.__defaults__ = (0, 1, 2)
print(plain(), plain(5))

"""Changing the dict that a loop goes over: the size, the keys, and what goes unnoticed."""


def grows(d):
    for key in d:
        d[key + 10] = 0


def swaps(d):
    for key in d:
        del d[key]
        d[key + 5] = 1


def replaces(d):
    for key in d:
        d[key] = "new"


def empties(d):
    for key, value in d.items():
        d.clear()


def puts_back(d):
    for key in d:
        d.pop(key)
        d[key] = 1


def shrinks(d):
    for value in d.values():
        d.popitem()


for change in (grows, swaps, replaces, empties, puts_back, shrinks):
    for size in (1, 2, 5, 12):
        d = dict.fromkeys(range(size))
        try:
            change(d)
        except RuntimeError as error:
            print(change.__name__, size, error)
        print(d)

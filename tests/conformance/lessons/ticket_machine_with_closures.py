"""Three counters that share nothing: a closure, a generator and a class, used in the same way."""
import itertools


def by_closure(prefix):
    number = 0

    def take():
        nonlocal number
        number += 1
        return f"{prefix}{number:03}"
    return take


def by_generator(prefix):
    return map(f"{prefix}{{:03}}".format, itertools.count(1)).__next__


class ByClass:
    def __init__(self, prefix):
        self.prefix, self.number = prefix, 0

    def __call__(self):
        self.number += 1
        return f"{self.prefix}{self.number:03}"


machines = [make(letter) for make, letter in zip((by_closure, by_generator, ByClass), "ABC")]
for machine in machines:
    print([machine() for _ in range(3)], callable(machine))
print([machine() for machine in machines], machines[2].number, machines[0].__closure__[0].cell_contents)

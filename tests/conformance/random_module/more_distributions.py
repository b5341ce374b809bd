"""Distributions that are seldom used, from one seed."""
import random

random.seed(42)
for draw in (lambda: random.normalvariate(0, 1), lambda: random.gammavariate(2, 3), lambda: random.gammavariate(0.5, 1), lambda: random.gammavariate(1, 1),
             lambda: random.lognormvariate(0, 0.25), lambda: random.vonmisesvariate(0, 4), lambda: random.vonmisesvariate(1, 0), lambda: random.paretovariate(3), lambda: random.weibullvariate(1, 1.5)):
    print([round(draw(), 9) for _ in range(3)])
print(random.randbytes(6), random.randbytes(0))

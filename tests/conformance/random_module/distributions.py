"""gauss keeps its spare value; expovariate."""
import random

print([random.gauss(0, 1) for _ in range(3)])
print(random.gauss(10, 2), random.expovariate(1), random.expovariate(0.5))
random.seed(1)
print(random.gauss(0, 1), random.random(), random.gauss(0, 1))
print(random.expovariate(2.0), random.uniform(0, 1))

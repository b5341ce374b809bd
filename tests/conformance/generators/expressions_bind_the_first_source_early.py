"""The first iterable of a generator expression is evaluated at once."""
data = [1, 2, 3]
g = (x + offset for x in data)
data = [10, 20]
offset = 100
print(list(g))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
pairs = ((a, b) for a in range(3) for b in range(a))
print(list(pairs))

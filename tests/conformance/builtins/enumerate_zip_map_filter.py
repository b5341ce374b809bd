"""The iterator builtins are lazy and end with the shortest."""
print(list(enumerate("ab")), list(enumerate("ab", start=5)))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1], [2], [3])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda n: n > 1, [1, 2])))
print(list(reversed([1, 2, 3])), next(iter([7])), any([0, 1]), all([]), all([1, 0]))
z = zip([1, 2], [3, 4])
print(next(z), list(z), list(z))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
print(list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))

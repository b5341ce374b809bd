"""Comprehensions of lists, sets and dicts; conditions, nesting, walrus, scope, and generators."""
words = "the quick brown fox jumps over the lazy dog".split()
print([word.upper() for word in words if len(word) > 3])
print({word: len(word) for word in words}, sorted({len(word) for word in words}))
print([(x, y) for x in range(4) for y in range(x) if (x + y) % 2])
print([[i * j for j in range(1, 4)] for i in range(1, 4)])
print([letter for word in words if "o" in word for letter in word if letter not in "aeiou"][:8])
print({value: key for key, value in {"a": 1, "b": 2, "c": 1}.items()})
print(["even" if n % 2 == 0 else "odd" for n in range(4)])
print([half for n in range(10) if (half := n / 2) == int(half)], half)
x = "outer"
print([x for x in range(3)], x)
print(sum(n * n for n in range(10)), max(len(word) for word in words), ",".join(str(n) for n in range(4)))
squares = (n * n for n in range(5))
print(next(squares), list(squares), list(squares), type(squares).__name__)
source = [1, 2, 3]
lazy = (n * factor for n in source for factor in (10,))
source.append(4)
print(list(lazy))
try:
    late = (n for n in missing)
except NameError as error:
    print("the first iterable is looked up at once:", error)
late = (missing for n in [1])
try:
    next(late)
except NameError as error:
    print("the rest later:", error)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row])
print([f(10) for f in [lambda n, k=k: n + k for k in range(3)]], [f() for f in [lambda: k for k in range(3)]])
print({(a, b) for a in "ab" for b in "ab"} == {("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")}, {i: {j: i * j for j in range(2)} for i in range(2)})
primes = [n for n in range(2, 30) if all(n % d for d in range(2, n))]
print(primes, [a for a, b in zip(primes, primes[1:]) if b - a == 2])
print(dict(enumerate("abc")), dict(zip("xyz", range(3))), dict([("k", 1)], k2=2), [*map(str.title, words[:2])], list(filter(None, [0, 1, "", "a"])))

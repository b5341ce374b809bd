"""Comprehensions: nesting, conditions, scopes, walrus, and what each kind makes."""
vector = [-4, -2, 0, 2, 4]
print([x * 2 for x in vector], [x for x in vector if x >= 0], [abs(x) for x in vector], [w.strip() for w in [" a", "b "]], [(x, x ** 2) for x in range(4)])
print([(x, y) for x in [1, 2, 3] for y in [3, 1, 4] if x != y], [n for row in [[1, 2], [3]] for n in row], [[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print({c for c in "abracadabra" if c not in "abc"} == {"r", "d"}, {x: x ** 2 for x in (2, 4, 6)}, {v: k for k, v in {"a": 1, "b": 2}.items()}, sum(i * i for i in range(10)))
print(["even" if n % 2 == 0 else "odd" for n in range(4)], [f(2) for f in [lambda x: x + 1, lambda x: x * 10]], [i for i in range(20) if i % 2 if i % 3 == 0])
x = "kept"
_ = [x for x in range(3)]
print(x, [last := y for y in range(3)], last, [(a, b := a * 2, b + 1) for a in range(2)])


def table(n):
    return [[f"{r * c:>3}" for c in range(1, n + 1)] for r in range(1, n + 1)]


print(*map("".join, table(4)), sep="\n")
lines = (i for i in range(3))
print(type(lines).__name__, next(lines), list(lines), list(lines))
functions = [lambda: n for n in range(3)]
print([f() for f in functions], [(lambda k=n: k)() for n in range(3)])
base = 10


class Shop:
    base = 100
    prices = [base * i for i in range(1)] if False else [i for i in range(base // 50)]
    try:
        broken = [base + i for i in range(2)]
    except NameError as error:
        broken = str(error)
    worked = [(lambda b: b)(b) for b in [base]]


print(Shop.prices, Shop.broken, Shop.worked)
sieve = sorted(set(range(2, 50)) - {m for n in range(2, 8) for m in range(n * n, 50, n)})
print(sieve)
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(r) for r in zip(*matrix)], [sum(r) for r in matrix], max(max(r) for r in matrix), any(4 in r for r in matrix), [[0] * 2 for _ in range(2)])
words = "the quick brown fox".split()
print({w: len(w) for w in words}, {len(w): [v for v in words if len(v) == len(w)] for w in words}, "".join(w[0].upper() for w in words), [w[::-1] for w in reversed(words)])
pyth = [(a, b, c) for c in range(1, 20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pyth, [*(n for n in range(3))], dict((k, v) for k, v in [("a", 1)]), tuple(n for n in "ab"), sorted({n % 3 for n in range(9)}), [] or [None for _ in range(2)])
try:
    [missing for i in range(2)]
except NameError as error:
    print(error)
try:
    print([1 // i for i in (1, 0)])
except ZeroDivisionError as error:
    print(error)
print([i for i in range(3) if (print("test", i) or i)], [y for x in range(2) for y in (x, -x)])
print([1 // i for i in (2, 1, 0)])

"""Lists, sets, dicts; the loop variable stays inside."""
n = "outer"
print([n * n for n in range(5)], n)
print({n % 3 for n in range(9)}, {k: len(k) for k in ("a", "bb")})
print([(a, b) for a in range(3) for b in range(3) if a != b if a + b > 2])
print([[col for col in range(row)] for row in range(4)])
print([y for x in range(3) if (y := x * 10) > 0], y)
print([a if a % 2 else -a for a in range(5)])


def f():
    base = 10
    return [base + i for i in range(3)], [(lambda: base + i)() for i in range(2)]

print(f())

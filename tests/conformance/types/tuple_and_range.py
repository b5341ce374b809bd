"""Tuples and ranges."""
t = (1, "a", [2])
print(t, (), (1,), t[1], t + (3,), t * 2, t.count(1), t.index("a"), len(t))
t[2].append(3)
print(t, (1, 2) < (1, 3), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), tuple("ab"))
r = range(10, 0, -3)
print(r, list(r), len(r), r[1], r[-1], 4 in r, 5 in r, r[1:], range(3) == range(0, 3, 1), r.index(7))
print(list(range(0)), list(range(5, 2)), bool(range(0)), list(reversed(range(4))))
for bad in (lambda: t.index(9), lambda: range(1, 2, 0), lambda: range(1.5), lambda: r[9]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)

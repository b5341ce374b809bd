"""range beyond 64 bits: length, items, slices, iterators, equality and hashes."""
wide = range(10**20)
try:
    len(wide)
except OverflowError as error:
    print(error)
print(wide, bool(wide), wide[-1], wide[10**19], wide[2:5], wide[::10**19])
print(10**20 in wide, 10**20 - 1 in wide, -1 in wide, wide.index(10**19), wide.count(7))
forwards, backwards = iter(wide), reversed(wide)
print(next(forwards), next(forwards), forwards.__length_hint__(), next(backwards), next(backwards), type(forwards))
print(wide == range(10**20), hash(wide) == hash(range(10**20)), range(0, 10**20, 10**20) == range(1))
print(list(range(10**20, 10**20 + 3)), list(range(10**20, 10**20 - 30, -7)), list(range(2**63 - 2, 2**63 + 2)))
print(range(10**20, 0, -3)[::-1], range(2**63 - 1)[::2**62], range(5)[:10**20:10**19], wide[:-10**21])
for attempt in (lambda: wide[10**20], lambda: wide["a"], lambda: wide.index(-3), lambda: range(0, 10**30, 0)):
    try:
        attempt()
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(wide.start, wide.stop, wide.step, len(range(2**63 - 1)), sum(range(10**20, 10**20 + 4)))

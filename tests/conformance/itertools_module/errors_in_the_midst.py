"""Errors in the midst of an iterator, and what comes after them."""
import itertools as I
def tr(f, *a, **k):
    try: print('ok', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def bad(x):
    if x == 1: raise ValueError('bad')
    return True
for mk in (lambda: I.takewhile(bad, [0, 1, 2]), lambda: I.dropwhile(bad, [0, 1, 2]), lambda: I.filterfalse(lambda x: not bad(x), [0, 1, 2]), lambda: I.starmap(bad, [(0,), (1,), (2,)]), lambda: I.accumulate([0, 1, 2], lambda a, b: bad(b)), lambda: I.tee(map(bad, [0, 1, 2]), 1)[0], lambda: I.chain(map(bad, [0, 1, 2])), lambda: I.islice(map(bad, [0,1,2]), 3), lambda: I.pairwise(map(bad, [0,2,1,3,4])), lambda: I.zip_longest(map(bad, [0,1,2])), lambda: I.cycle(map(bad, [0, 1, 2])), lambda: I.compress([1,2,3], map(bad, [0,1,2])), lambda: map(bad, [0,1,2]), lambda: filter(bad, [0,1,2])):
    it = mk()
    for _ in range(3): tr(lambda: next(it))
for f in (lambda: I.cycle(5), lambda: I.takewhile(None, 5), lambda: I.accumulate(5), lambda: I.starmap(pow, 5), lambda: I.tee(5), lambda: I.pairwise(5), lambda: I.compress(5, 5), lambda: I.dropwhile(None, 5), lambda: I.filterfalse(None, 5), lambda: I.zip_longest(5), lambda: I.islice(5, 3), lambda: I.groupby(5), lambda: I.product(5), lambda: I.permutations(5), lambda: I.combinations(5, 2)): 
    try: f(); print('no error')
    except TypeError as e: print(e)

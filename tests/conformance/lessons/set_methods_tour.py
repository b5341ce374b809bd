"""Sets and frozensets: algebra, comparison, mutation, and their errors."""
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3, 4} < a, a > {1}, a >= a, a != b, a.isdisjoint({9}))
print(a.union(b, [10]), a.intersection(b, {4}), a.difference(b, (1,)), a.symmetric_difference([4, 6]), a.issubset(range(10)), a.issuperset([1]))
c = a.copy()
c.add(9); c.discard(1); c.discard(100); c.remove(2)
c.update([7], {8})
print(c, len(c), c.pop() in (3, 4, 7, 8, 9))
c |= {1}; c &= {1, 2, 7, 8}; c -= {7}; c ^= {0, 8}
print(c)
c.intersection_update([0, 1]); c.difference_update([0]); c.symmetric_difference_update({5})
print(c, set(), frozenset(), frozenset([1, 2]), {frozenset({1}): "key"}[frozenset([1])])
print(type(a | frozenset(b)), type(frozenset(b) | a), frozenset({1}) == {1}, hash(frozenset({1, 2})) == hash(frozenset({2, 1})))
print({x % 3 for x in range(10)}, sorted(set("mississippi")), len({1, 1.0, True}), {1, True, 1.0}, {*range(3), *"a"} - {"a"})
print([n for n in [3, 1, 3, 2, 1] if n not in (seen := set()) and not seen.add(n)])
seen = set()
print([n for n in [3, 1, 3, 2, 1] if not (n in seen or seen.add(n))])
print(bool(set()), {1} == {1, 1}, {(1, 2), (1, 2)}, set([1, 2]) in [{2, 1}], {1} in {frozenset({1})})
for wrong in (lambda: {[]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [2], lambda: {1} < [1], lambda: {1} + {2}, lambda: set(5),
              lambda: hash({1}), lambda: frozenset({1}).add(2), lambda: {1}[0], lambda: set(1, 2), lambda: {{1}}, lambda: {1}.union(3),
              lambda: [1] - {1}, lambda: {1}.update(3), lambda: {1}.issubset(4), lambda: {1}.remove({5})):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, "-", error)


def grow():
    s = {1, 2}
    for x in s:
        s.add(x + 10)


try:
    grow()
except RuntimeError as error:
    print(error)

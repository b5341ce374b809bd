"""Sets of small integers, walked in the order of their hashes."""
a, b = {3, 1, 2}, {2, 3, 4}
print(a, a | b, a & b, a - b, a ^ b, a <= {1, 2, 3}, a < a, a.isdisjoint({9}))
a.add(7)
a.discard(99)
a.remove(1)
print(a, len(a), 7 in a, set(), frozenset({1}), {1} == frozenset([1]), set([1, 1, 2]))
a.update([5], (6,))
a -= {6}
a &= {2, 3, 5}
print(sorted(a), a.issuperset({2}), a.union([1]), a.intersection([2], {2, 3}))
print(sorted({"x", "y"} | set("yz")), {frozenset({1, 2}): "key"}[frozenset({2, 1})])
try:
    a.remove(100)
except KeyError as error:
    print(error)

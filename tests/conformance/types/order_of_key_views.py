"""The operators of dict views make sets in CPython's order: which side is gone through, and from what size on."""
small, large = {40: 0, 8: 0, 16: 0}, dict.fromkeys([7, 4, 28, 21, -3, 16, 8], 5)
for other in ({16, 8, 40}, {8, 16}, frozenset({16, 8, 40, 24}), [40, 24, 8], large.keys(), large):
    print(small.keys() & other, small.keys() | other, small.keys() - other, small.keys() ^ other)
    print(small.items() & other, small.items() | other, small.items() - other, small.items() ^ other)
print(large.keys() & small.keys(), [16, 40] & large.keys(), {1, 40} - small.keys(), {9, 40} ^ small.keys())
print(large.keys() - {5, 4}, large.items() ^ {7: 5, 4: 1, 64: 2}.items(), small.items() ^ large.items())

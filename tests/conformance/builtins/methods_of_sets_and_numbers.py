"""What sets, frozen sets, ranges and numbers offer beside operators."""
small = frozenset({1, 2})
big = frozenset([1, 2, 3])
print(small.copy() == small, big.difference(small), small.intersection(big), small.isdisjoint({5}), small.issubset(big), big.issuperset(small))
print(big.symmetric_difference([3, 4]) == {1, 2, 4}, small.union([9]) == {1, 2, 9}, big.difference([1], [2]), small.intersection([2], (2, 1)))
numbers = {1, 2, 3, 4}
numbers.difference_update([1], {4})
print(numbers)
numbers.clear()
print(numbers, len(numbers))
steps = range(10, 0, -3)
print(steps.start, steps.stop, steps.step, steps.count(7), steps.index(4), range(5).start, range(5).step)
print((7).as_integer_ratio(), (7).denominator, (7).numerator, (2.5).conjugate(), (2.5).imag, (2.5).real, True.denominator, (3).bit_length())

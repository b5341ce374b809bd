"""A display of three constants or more is made from a frozenset whose items CPython's compiler inserts a second time."""
print({7, 3, 15}, {-5, 3, 8}, {33, 65, 1}, {-5, 3, 8, -2, 40, 24, 16, 56}, {9, 1})
print([x for x in {33, 65, 1}], 7 in {7, 3, 15})
for x in {17, 41, 1, 9}:
    print(x)

# Equal constant sets of a module are one: that which comes first.
print({9, 1, 17}, {17, 9, 1}, (lambda: {1, 17, 9})())

# Truth values lie where 0 and 1 do.
print({x > 0 for x in [1, -1]}, {True, False}, {False, True, 2})

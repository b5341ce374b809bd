"""Nested and starred targets, swapping, and what is refused."""
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*head, tail = "abc"
[x, y], z = range(2), {"k": 1}
print(head, tail, x, y, z)
a, b = b, a
i = 0
i, values = 1, [10, 20]
values[i], i = 99, 0
print(a, b, values, i)
for bad in (lambda: exec_unpack([1]), lambda: exec_unpack([1, 2, 3]),
            lambda: exec_unpack(5)):
    def exec_unpack(value):
        p, q = value
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(error)
first, *rest = [1]
print(first, rest, [*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
try:
    p, *q, r = [1]
except ValueError as error:
    print(error)

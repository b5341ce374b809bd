"""Unpacking on both sides: nested, starred, swapped, in loops, calls, literals and returns."""
a, b = 1, 2
a, b = b, a
(c, d), [e, *f] = (3, 4), "xyz"
*g, h = range(4)
i = *range(2), *"ab"
j, = [5]
[k, [l, *m]] = 1, (2, 3, 4)
print(a, b, c, d, e, f, g, h, i, j, k, l, m)
x = y = z = []
x.append(1)
print(x, y, z is x)
for n, (name, *scores) in enumerate([("ann", 1, 2), ("bob",)], start=1):
    print(n, name, scores)
for key, value in {"p": (1, 2)}.items():
    print(key, value)
print([*range(3), *[7], *{8}], (*"ab",), {*"aab"} == {"a", "b"}, {**{"a": 1, "b": 2}, "b": 3, **{"c": 4}}, [*{"k": 1}])


def many():
    return 1, *[2, 3], 4


def swap(pair):
    first, second = pair
    return second, first


print(many(), swap("ab"), print(*many(), sep="-"), max(*many()), [x + y for x, y in zip(*[(1, 2), (3, 4)])], list(zip(*[(1, "a"), (2, "b")])))
grid = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*grid)], [cell for row in grid for cell in row], {r: [*row] for r, row in enumerate(grid)})
items = [0, 1, 2, 3]
items[0], items[-1] = items[-1], items[0]
items[1:3], rest = "ab", items[2:]
print(items, rest)


class Box:
    pass


box = Box()
box.left, box.right = "LR"
data = {}
data["k"], data["l"], *data["m"] = range(4)
print(box.left, box.right, data)
i = 0
i, items[i] = 2, "set at two"
print(i, items)
first, (second, third), *_ = "a", "bc", 1, 2, 3
head, *tail = "spam"
print(first, second, third, _, head, tail)
total = 0
while (n := len(tail)) and (last := tail.pop()):
    total += n
print(total, last, n)
for bad in ("a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "(a, b), c = 1, 2", "a, b = {}", "[a] = ''"):
    try:
        match bad:
            case "a, b = 1, 2, 3": a, b = 1, 2, 3
            case "a, *b, c = [1]": a, *b, c = [1]
            case "a, b = 5": a, b = 5
            case "(a, b), c = 1, 2": (a, b), c = 1, 2
            case "a, b = {}": a, b = {}
            case "[a] = ''": [a] = ""
    except (TypeError, ValueError) as error:
        print(bad, "->", type(error).__name__, error)

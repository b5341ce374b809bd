"""Lists: adding, removing, sorting, copying, nesting, stacks, queues, and their traps."""
from bisect import insort
from functools import cmp_to_key

row = [3, 1, 2]
row.append(5)
row.extend([4, 4])
row.insert(1, 9)
row.insert(-100, 0)
row.insert(100, 7)
print(row, row.pop(), row.pop(0), row.index(4), row.count(4), len(row))
row.remove(4)
row.reverse()
print(row, sorted(row), row[::-1], 9 in row, row.sort(), row, row.copy() is row)
names = ["bob", "Al", "cy", "Dee", "al"]
print(sorted(names), sorted(names, key=str.lower), sorted(names, key=len, reverse=True), sorted(names, key=lambda n: (len(n), n)))


def compare(a, b):
    return (a.lower() > b.lower()) - (a.lower() < b.lower()) or (a < b) - (a > b)


print(sorted(names, key=cmp_to_key(compare)), max(names, key=len), min(names), list(enumerate(names, 1))[-1])
grid = [[0] * 3] * 2
grid[0][0] = 1
good = [[0] * 3 for _ in range(2)]
good[0][0] = 1
print(grid, good, [0] * 0, [1, 2] * -1, [[]] * 2)
a = b = [1]
a += [2]
a = a + [3]
print(a, b, a is b, [1, 2] < [1, 3], [1, [2, 3]] == [1, [2, 3]], [] < [0], [1] + [2] * 2)
for action in (lambda: row.index(99), lambda: row.remove(99), lambda: [].pop(), lambda: row[50], lambda: [1] + (2,), lambda: ["a", 1].sort(), lambda: row.pop(50), lambda: [3, "x"] < [3, 1], lambda: row.append(1, 2), lambda: row.insert(0)):
    try:
        action()
    except (ValueError, IndexError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
stack, line = [], []
for n in range(4):
    stack.append(n)
    line.insert(0, n)
print([stack.pop() for _ in range(4)], [line.pop() for _ in range(4)], stack == line)
for n in (5, 1, 3):
    insort(stack, n)
print(stack, list("abc"), list(range(5, 0, -2)), [*stack, *"xy"], list(map(int, "123")), sum([[1], [2]], []), list(zip(*[[1, 2], [3, 4]])))
first, second, *rest = stack
stack[0], stack[-1] = stack[-1], stack[0]
print(first, second, rest, stack, any(n > 4 for n in stack), all(stack), [n for n in stack if n % 2] == stack)
stack[1:2] = ["a", "b"]
del stack[0], stack[-1:]
print(stack, stack * 2, str(stack), repr(stack) == f"{stack}", list(reversed(stack)), [[1, [2]], (3,)].copy())

"""Recursion: hanoi, permutations, queens, ackermann, memo, mutual, and the limit."""
import functools
import sys


def hanoi(n, a="A", b="B", c="C"):
    return hanoi(n - 1, a, c, b) + [f"{a}{c}"] + hanoi(n - 1, b, a, c) if n else []


def permutations(items):
    if not items:
        return [[]]
    return [[x, *p] for i, x in enumerate(items) for p in permutations(items[:i] + items[i + 1:])]


def queens(n, board=()):
    if len(board) == n:
        yield board
        return
    for col in range(n):
        if all(col != c and abs(col - c) != len(board) - r for r, c in enumerate(board)):
            yield from queens(n, board + (col,))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)


@functools.lru_cache(maxsize=None)
def ways(amount, coins=(50, 20, 10, 5, 2, 1)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


def flood(grid, row, col, new):
    old = grid[row][col]

    def fill(r, c):
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old:
            grid[r][c] = new
            for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                fill(r + dr, c + dc)
    fill(row, col)
    return ["".join(line) for line in grid]


def power_set(items):
    return power_set(items[1:]) + [[items[0], *rest] for rest in power_set(items[1:])] if items else [[]]


def binary_search(items, wanted, low=0, high=None):
    high = len(items) if high is None else high
    if low >= high:
        return -1
    middle = (low + high) // 2
    if items[middle] == wanted:
        return middle
    return binary_search(items, wanted, middle + 1, high) if items[middle] < wanted else binary_search(items, wanted, low, middle)


def endless(n):
    return 1 + endless(n + 1)


print(hanoi(3), len(hanoi(6)), permutations([1, 2, 3]), sum(1 for _ in queens(6)), next(queens(5)))
print(ackermann(1, 3), is_even(100), is_odd(7), ways(40), power_set([1, 2, 3]), binary_search(list(range(0, 100, 3)), 42), binary_search([1, 3], 2))
print(*flood([list("..#"), list(".#."), list("#..")], 0, 0, "o"))
print((lambda f: f(f, 10))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)), sys.getrecursionlimit())
try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, error)


class Node:
    def __init__(self, value, left=None, right=None): self.value, self.left, self.right = value, left, right
    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        child.insert(value) if child else setattr(self, side, Node(value))
        return self
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
    def __repr__(self): return f"({self.left or ''}{self.value}{self.right or ''})"
    def height(self): return 1 + max(side.height() if side else 0 for side in (self.left, self.right))


tree = functools.reduce(Node.insert, [3, 8, 1, 6, 7, 4], Node(5))
print(tree, list(tree), tree.height())

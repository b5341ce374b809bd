# /// coroscope
# [cost]
# instruction = 0
# ///
"""Recursion that solves puzzles: the towers of Hanoi drawn, and queens on a board."""


def hanoi(n, source, target, spare):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source, target
        yield from hanoi(n - 1, spare, target, source)


def draw(pegs, height):
    for level in reversed(range(height)):
        print(" ".join(("=" * (2 * peg[level] - 1) if level < len(peg) else "|").center(2 * height - 1) for peg in pegs.values()).rstrip())
    print("-" * (6 * height - 1))


def queens(n, rows=()):
    """Each answer is the column of the queen in each row."""
    if len(rows) == n:
        yield rows
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(rows) - r for r, c in enumerate(rows)):
            yield from queens(n, rows + (column,))


pegs = {"A": [3, 2, 1], "B": [], "C": []}
draw(pegs, 3)
for number, (source, target) in enumerate(hanoi(3, "A", "C", "B"), 1):
    pegs[target].append(disc := pegs[source].pop())
    print(f"{number}. disc {disc} from {source} to {target}")
draw(pegs, 3)
print([sum(1 for _ in hanoi(n, 1, 2, 3)) for n in range(8)])

solutions = list(queens(6))
print(len(solutions), solutions)
for row in next(queens(8)):
    print(" ".join("Q" if column == row else "." for column in range(8)))
print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(3), "no way"))

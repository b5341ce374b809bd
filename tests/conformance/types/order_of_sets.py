"""Sets of what CPython hashes alike in every run (numbers, tuples and frozensets of them) are walked in its order."""
print({(1, 2), (2, 1), (0, 0), (2, 0), (0, 2), (2, 2), (1, 0)})
grid = {(row, column) for row in range(5) for column in range(5)}
print(grid)
grid.discard((2, 2))
grid.add((9, 9))
print(grid, grid - {(0, 0), (1, 1)}, grid & {(1, 1), (9, 9), (3, 3)}, grid ^ {(0, 1), (7, 8)}, sep="\n")
print([grid.pop() for _ in range(5)], len(grid))
print({1.5, 2.25, -3.75, 0.1, 1e300, 10.0, 7, True, 2 ** 80, -(2 ** 65)})
print({frozenset({1, 2}), frozenset({(1, 2), (3, 4)}), frozenset(), ()}, {((1, 2), 3.5), ((2, 1), 3.5), (1,)})


def neighbours(cell):
    row, column = cell
    return {(row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)} - {cell}


alive = {(0, 1), (1, 1), (2, 1)}
for _ in range(3):
    near = {cell for each in alive for cell in neighbours(each)} | alive
    alive = {cell for cell in near if len(neighbours(cell) & alive) in (2, 3) and (cell in alive or len(neighbours(cell) & alive) == 3)}
    print(alive)

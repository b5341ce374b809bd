"""A grid that stores only what is set: keys of tuples, slices of cells, and Ellipsis."""


class Grid:
    def __init__(self, width, height, empty=0):
        self.width, self.height, self.empty, self._cells = width, height, empty, {}

    def _where(self, key):
        if key is Ellipsis:
            key = (slice(None), slice(None))
        if not isinstance(key, tuple) or len(key) != 2:
            raise TypeError(f"need two coordinates, got {key!r}")
        result = []
        for part, size in zip(key, (self.width, self.height)):
            if isinstance(part, slice):
                result.append(range(*part.indices(size)))
            elif -size <= part < size:
                result.append(range(part % size, part % size + 1))
            else:
                raise IndexError(f"{part} is outside 0..{size - 1}")
        return result

    def __getitem__(self, key):
        xs, ys = self._where(key)
        found = [[self._cells.get((x, y), self.empty) for x in xs] for y in ys]
        return found[0][0] if key is not ... and not any(isinstance(part, slice) for part in key) else found

    def __setitem__(self, key, value):
        for y in (where := self._where(key))[1]:
            for x in where[0]:
                self._cells[x, y] = value

    def __delitem__(self, key):
        xs, ys = self._where(key)
        for cell in [(x, y) for x in xs for y in ys]:
            self._cells.pop(cell, None)

    def __len__(self):
        return len(self._cells)

    def __str__(self):
        return "\n".join("".join(map(str, row)) for row in self[...])


grid = Grid(8, 4, empty=".")
grid[1, 1] = "a"
grid[-1, -1] = "z"
grid[2:6:2, :] = "|"
grid[:3, 2] = "-"
print(grid)
print(len(grid), grid[0, 0], grid[1, 1], grid[0:3, 1:3])
del grid[::2, ::]
print(grid, len(grid), sep="\n")
for wrong in (5, (1, 2, 3), (8, 0), (0, -5), "xy"):
    try:
        grid[wrong]
    except (TypeError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")
print(slice(1, None, 2), slice(None, None, -1).indices(5), slice(3) == slice(None, 3, None))

"""The shortest way out of a maze: breadth first, and drawn."""
from collections import deque

MAZE = """\
##########
#S..#....#
#.#.#.##.#
#.#...#..#
#.#####.##
#......E.#
##########"""


class Maze:
    steps = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}

    def __init__(self, text):
        self.rows = text.splitlines()
        self.start, self.end = map(self._find, "SE")

    def _find(self, mark):
        for y, row in enumerate(self.rows):
            if (x := row.find(mark)) >= 0:
                return x, y
        raise ValueError(f"no {mark} in the maze")

    def neighbours(self, place):
        x, y = place
        for name, (dx, dy) in self.steps.items():
            if self.rows[y + dy][x + dx] != "#":
                yield name, (x + dx, y + dy)

    def solve(self):
        """The directions of a shortest way, or None; and how many squares were seen."""
        came, queue = {self.start: None}, deque([self.start])
        while queue:
            place = queue.popleft()
            if place == self.end:
                break
            for name, after in self.neighbours(place):
                if after not in came:
                    came[after] = (name, place)
                    queue.append(after)
        else:
            return None, len(came)
        way = []
        while came[place]:
            name, place = came[place]
            way.append(name)
        return "".join(reversed(way)), len(came)

    def draw(self, way):
        canvas = [list(row) for row in self.rows]
        x, y = self.start
        for name in way[:-1]:
            x, y = x + self.steps[name][0], y + self.steps[name][1]
            canvas[y][x] = {"N": "^", "E": ">", "S": "v", "W": "<"}[name]
        return "\n".join(map("".join, canvas))


maze = Maze(MAZE)
way, seen = maze.solve()
print(way, len(way), seen)
print(maze.draw(way))
walled = Maze(MAZE.replace("#......E.#", "#.....#E##").replace(".##\n", "###\n"))
print(walled.solve())
try:
    Maze("#S#")
except ValueError as error:
    print(error)

"""Battleships against a seeded random player: classes, sets of squares, and a running report."""
import random
from dataclasses import dataclass, field
from string import ascii_uppercase


@dataclass
class Ship:
    name: str
    squares: frozenset
    hits: set = field(default_factory=set)

    @property
    def sunk(self):
        return self.hits == self.squares


class Board:
    size = 6

    def __init__(self, *lengths):
        self.ships, self.shots = [], {}
        for name, length in zip(ascii_uppercase, lengths):
            self.ships.append(Ship(name, self._place(length)))

    def _place(self, length):
        taken = frozenset().union(*(ship.squares for ship in self.ships))
        while True:
            x, y = random.randrange(self.size), random.randrange(self.size)
            dx, dy = random.choice([(0, 1), (1, 0)])
            squares = frozenset((x + i * dx, y + i * dy) for i in range(length))
            if all(max(square) < self.size for square in squares) and not squares & taken:
                return squares

    def shoot(self, square):
        for ship in self.ships:
            if square in ship.squares:
                ship.hits.add(square)
                self.shots[square] = ship.name.lower()
                return "sunk " + ship.name if ship.sunk else "hit"
        self.shots[square] = "~"
        return "miss"

    @property
    def lost(self):
        return all(ship.sunk for ship in self.ships)

    def __str__(self):
        return "\n".join(" ".join(self.shots.get((x, y), ".") for x in range(self.size)) for y in range(self.size))


random.seed(7)
board = Board(3, 2, 2)
targets = [(x, y) for x in range(Board.size) for y in range(Board.size)]
random.shuffle(targets)
shots = 0
while not board.lost:
    shots += 1
    result = board.shoot(targets.pop())
    if result != "miss":
        print(f"shot {shots:>2}: {result}")
print(board)
print(shots, "shots,", sum(mark == "~" for mark in board.shots.values()), "in the water,", len(targets), "left")

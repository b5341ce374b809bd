"""The game of life on a set of cells, with a glider and an oscillator."""
from collections import Counter
from itertools import product


def step(cells):
    counts = Counter((r + dr, c + dc) for r, c in cells for dr, dc in product((-1, 0, 1), repeat=2) if dr or dc)
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, rows=6, cols=6):
    return "\n".join("".join("#" if (r, c) in cells else "." for c in range(cols)) for r in range(rows))


def parse(text):
    return {(r, c) for r, line in enumerate(text.split()) for c, mark in enumerate(line) if mark == "#"}


glider = parse("""
.#.
..#
###""")
for generation in range(5):
    print(f"generation {generation}: {len(glider)} cells, {sorted(glider)}")
    print(show(glider))
    glider = step(glider)
blinker = parse("... ### ...")
print(step(step(blinker)) == blinker, step(blinker) == blinker, step(set()), step({(0, 0)}))

# /// coroscope
# [cost]
# instruction = 0
# ///
"""A deque turns by the shorter way, at a cost that is not that of its length."""
from collections import deque

for by in (1, -1, 3, -3, 4, 5, 7, -7, 0, 100, -101):
    round_robin = deque(range(7))
    round_robin.rotate(by)
    print(by, list(round_robin))
line = deque(range(100_000))
for _ in range(100_000):
    line.rotate(1)
print(line[0], line[50_000])

"""Slices: steps, negatives, assignment, deletion."""
s = list(range(10))
print(s[2:5], s[:-3], s[-3:], s[::3], s[::-1], s[8:2:-2], s[20:], s[-100:2])
s[2:5] = "ab"
s[:0] = [-1]
print(s)
s[::3] = ["x"] * len(s[::3])
del s[1:3]
print(s, "hello"[1:4], (1, 2, 3)[::2], b"bytes"[1:3])
try:
    s[::2] = [1]
except ValueError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
print(slice(1, 5, 2), range(10)[2:8:3], slice(None, -1).indices(5))

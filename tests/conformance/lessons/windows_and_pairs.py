"""Looking at neighbours: pairwise, sliding windows, batches, and comparing with zip."""
from collections import deque
from itertools import islice, pairwise, tee, zip_longest


def windows(iterable, size):
    items = iter(iterable)
    window = deque(islice(items, size), maxlen=size)
    if len(window) == size:
        yield tuple(window)
    for item in items:
        window.append(item)
        yield tuple(window)


def batches(iterable, size):
    items = iter(iterable)
    while batch := tuple(islice(items, size)):
        yield batch


temperatures = [14, 15, 15, 13, 17, 21, 20]
print([b - a for a, b in pairwise(temperatures)])
print("rises:", sum(a < b for a, b in zip(temperatures, temperatures[1:])))
print([round(sum(w) / 3, 2) for w in windows(temperatures, 3)])
print(list(windows("ab", 3)), list(windows("abc", 3)), list(pairwise([1])))
print(list(batches("abcdefg", 3)), list(zip(*[iter("abcdef")] * 2)))
print(list(zip_longest("abcde", "xy", fillvalue="-")))
early, late = tee(iter("wxyz"))
next(late)
print(list(zip(early, late)))
try:
    print(list(zip("abc", "ab", strict=True)))
except ValueError as error:
    print(error)
peaks = [b for a, b, c in windows(temperatures, 3) if a < b > c]
print("peaks", peaks, "longest warming", max(
    (len(run) for run in "".join("u" if b >= a else " " for a, b in pairwise(temperatures)).split()), default=0))
print(all(a <= b for a, b in pairwise("accent")), [x + y for x, y in pairwise("loop")])

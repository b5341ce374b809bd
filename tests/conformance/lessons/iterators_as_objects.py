"""iter, next, sentinels, re-iterable containers, __reversed__, __length_hint__ and exhausted iterators."""
import operator


class Countdown:
    """Each for loop gets an iterator of its own."""

    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __len__(self):
        return self.start


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __length_hint__(self):
        return self.n


class OldStyle:
    """Iterated by __getitem__ alone, until IndexError."""

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 10


class Endless:
    def __iter__(self):
        while True:
            yield "again"


down = Countdown(3)
print([(a, b) for a in down for b in down], list(reversed(down)), max(down), 2 in down, len(down))
walker = iter(down)
print(next(walker), operator.length_hint(walker), list(walker), list(walker), next(walker, "done"))
print(list(OldStyle()), 20 in OldStyle(), 5 in OldStyle(), [*OldStyle()], max(OldStyle()), iter(OldStyle()).__class__.__name__)
rolls = iter([3, 5, 6, 2])
print(list(iter(lambda: next(rolls), 6)), next(rolls), [word for word, _ in zip(Endless(), range(2))])
first, second, *_ = Countdown(5)
print(first, second, dict(zip("abc", down)), sorted(down), sum(down), tuple(down), set(down) == {1, 2, 3}, "".join(map(str, down)), all(down), any(Countdown(0)))
for action in (lambda: iter(5), lambda: next([1]), lambda: next(iter([])), lambda: iter(5, 6), lambda: reversed({1}), lambda: list(zip(1)), lambda: [*None], lambda: dict(zip([1], [2], [3])), lambda: reversed(Endless()), lambda: len(iter([]))):
    try:
        action()
    except (TypeError, StopIteration, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
for kind in (iter([]), iter(()), iter({}), iter("é"), iter(range(0)), iter(set()), iter(b""), enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), iter({}.items()), iter(print, None)):
    print(type(kind).__name__, end=" ")
print()
numbers = iter(range(10))
print(list(zip(numbers, numbers)), sum(1 for _ in numbers), list(enumerate("ab", 5)), list(filter(str.isalpha, "a1b")), list(map(pow, [2, 3], [3, 2])))

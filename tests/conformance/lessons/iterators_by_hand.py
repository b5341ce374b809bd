"""The iterator protocol: __iter__ and __next__, __getitem__, sentinels, reversed, unpacking."""


class Countdown:
    def __init__(self, start): self.start = start
    def __iter__(self): return CountdownIterator(self.start)
    def __reversed__(self): return iter(range(1, self.start + 1))
    def __len__(self): return self.start


class CountdownIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


class Deck:
    ranks = [str(n) for n in range(2, 5)] + list("JQ")
    suits = "♠♥"

    def __init__(self): self._cards = [r + s for s in self.suits for r in self.ranks]
    def __len__(self): return len(self._cards)
    def __getitem__(self, position): return self._cards[position]


class Tree:
    def __init__(self, value, *children): self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child
    def depth(self): return 1 + max((c.depth() for c in self.children), default=0)


class Broken:
    def __iter__(self): return 5


class AlsoBroken:
    __iter__ = None


c = Countdown(4)
print(list(c), list(c), [*reversed(c)], 3 in c, sum(c), max(c), sorted(c), dict(zip(c, "abcd")), list(zip(c, c)), tuple(enumerate(c, 1))[-1])
first, *rest = c
print(first, rest, list(Old()), 20 in Old(), 5 in Old(), [x for x in Old()], list(reversed(Deck()))[:3], Deck()[1:3], len(Deck()), "J♥" in Deck(), Deck()[-1])
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), t.depth(), sum(t), "-".join(map(str, t)))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None), it is iter(it), iter(c) is iter(c), list(zip(*[iter("abcdef")] * 2)))
lines = iter(["a", "b", "END", "c"])
print(list(iter(lambda: next(lines), "END")), next(lines), list(map(None, [])) if False else list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "x"])), [i for i in range(10, 0, -3)])
r = range(0, 20, 3)
print(r, r[2], r[-1], r[1:4], len(r), 9 in r, 10 in r, r.index(6), r.count(6), list(reversed(r)), r == range(0, 21, 3), range(0) == range(5, 5), hash(range(3)) == hash(range(3)), range(3).stop, bool(range(0)))
for wrong in (lambda: iter(Broken()), lambda: iter(AlsoBroken()), lambda: list(5), lambda: next([1]), lambda: next(it), lambda: [*Broken()], lambda: (lambda a, b: 0)(*c), lambda: reversed({1}), lambda: reversed(Countdown), lambda: len(it), lambda: it[0], lambda: 1 in Broken()):
    try:
        print(wrong())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, "-", error)


def unpack(text):
    try:
        match text:
            case "few": a, b = [1]
            case "many": a, b = 1, 2, 3
            case "star": a, *b, c = [1]
            case "int": a, b = 5
            case "gen": a, b = (x for x in range(9))
            case "set": (a, b), c = {1: 2}, 3
            case "none": a, b = None
            case "str": a, b = "xyz"
    except (ValueError, TypeError) as error:
        print(text, "-", error)


for text in "few many star int gen set none str".split():
    unpack(text)

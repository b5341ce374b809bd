"""Merging iterables: round robin, merge of sorted ones, interleaving, unique in order."""
from collections import deque
from heapq import merge
from itertools import chain, cycle, filterfalse, islice


def roundrobin(*iterables):
    turns = deque(map(iter, iterables))
    while turns:
        try:
            yield next(turns[0])
            turns.rotate(-1)
        except StopIteration:
            turns.popleft()


def unique(iterable, key=None):
    seen = set()
    for item in iterable:
        mark = key(item) if key else item
        if mark not in seen:
            seen.add(mark)
            yield item


def partition(predicate, iterable):
    items = list(iterable)
    return list(filter(predicate, items)), list(filterfalse(predicate, items))


def repeat_each(iterable, times):
    return chain.from_iterable([item] * times for item in iterable)


print("".join(roundrobin("ABC", "12345", "xy")), list(roundrobin()))
print(list(merge([1, 4, 9], range(0, 10, 3), (2,))))
print(list(merge(["bb", "a"], ["ccc", "d"], key=len, reverse=True)))
print("".join(unique("abracadabra")), list(unique(["B", "a", "b", "A"], key=str.lower)))
print(partition(lambda n: n % 3 == 0, range(10)), partition(None, [0, 1, "", "a", None]))
print("".join(repeat_each("abc", 2)), "".join(islice(cycle("xo"), 7)))
players = cycle(["Ada", "Bob", "Cleo"])
hands = {}
for card in range(1, 9):
    hands.setdefault(next(players), []).append(card)
print(hands)
line = deque("abcdef", maxlen=6)
line.rotate(2)
print("".join(line), line.maxlen)
line.append("!")
line.extendleft("12")
print("".join(line), line.index("b"), line.count("z"))


def josephus(people, step):
    circle = deque(people)
    while circle:
        circle.rotate(-(step - 1))
        yield circle.popleft()


print(list(josephus(range(1, 11), 3)))

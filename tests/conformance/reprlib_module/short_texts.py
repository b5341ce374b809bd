import reprlib
from collections import Counter, OrderedDict, deque


class Long:
    def __repr__(self):
        return 'A' * 100


class Broken:
    def __repr__(self):
        raise ValueError


for value in [list(range(20)), tuple(range(20)), (1,), (), [], set(range(9)), set(), frozenset(range(9)), frozenset(), {i: i * i for i in range(9)},
              {}, {3: 1, 1: 2, 2: 3, 5: 5, 4: 4}, {'b': 1, 2: 3}, deque(range(20)), deque(), 'x' * 100, 'a' * 28, 'a' * 29, "it's" * 10, b'x' * 99,
              10 ** 39, 10 ** 80, -10 ** 80, 3.14159, None, True, range(10 ** 9), [[[[[[[[1]]]]]]]], {'a': [{'b': [{'c': [{'d': 1}]}]}]},
              Long(), [Long(), 1], OrderedDict(a=1, b=2, c=3, d=4, e=5), Counter('abcdefgh')]:
    print(reprlib.repr(value))
print(reprlib.repr(Broken()).startswith('<Broken instance at 0x'))
itself = []
itself.append(itself)
print(reprlib.repr(itself))

# /// coroscope
# [cost]
# instruction = 0
# ///
"""Data classes, namespaces, counters, ordered and default dicts, deques and bytes over several lines."""
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from pprint import pformat, pprint
from types import SimpleNamespace


@dataclass
class Reading:
    name: str
    values: list
    hidden: int = field(default=0, repr=False)
    inner: object = None


class Sub(Reading):
    pass


@dataclass
class OwnRepr:
    values: list

    def __repr__(self):
        return 'own ' * 30


numbers = list(range(0, 300, 11))
loop = Reading('loop', numbers)
loop.inner = loop
for value in (
    Reading('a', numbers, 3, Reading('b', ['x' * 30, 'y' * 60])), Sub('s', numbers), OwnRepr(numbers), Reading('s', []), loop,
    {'k': Reading('k', numbers)}, SimpleNamespace(name='n', values=numbers, inner=SimpleNamespace(a=1)),
    Counter({f'word{i}': i for i in range(9)}), OrderedDict((f'key{i}', i * 3) for i in range(9)),
    defaultdict(list, {f'key{i}': [i] * 9 for i in range(4)}), deque(numbers), deque(numbers, maxlen=40),
    [bytes(range(60))], bytes(range(65, 126)) * 2, bytearray(b'abc' * 40), Counter(), deque(), {1: {2: deque(numbers)}},
    frozenset(numbers), [frozenset(numbers[:5])], {'text': 'many words ' * 12},
):
    pprint(value)
    print(pformat(value, indent=4, width=40))
    print(pformat(value, depth=1, compact=True))

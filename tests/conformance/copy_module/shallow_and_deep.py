import copy
import dataclasses
from collections import OrderedDict, defaultdict, deque
from datetime import datetime
from enum import Enum


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.others = []

    def __repr__(self):
        return f'Point({self.x}, {self.y}, {len(self.others)})'


class Custom:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return ['deep', type(memo).__name__]


@dataclasses.dataclass
class Item:
    name: str
    tags: list


class Color(Enum):
    RED = 1


class Names(list):
    pass


point = Point(1, [2])
point.others.append(point)
shallow, deep = copy.copy(point), copy.deepcopy(point)
print(shallow, deep, shallow.others is point.others, deep.others[0] is deep, deep.y is point.y, shallow.y is point.y)
nested = {'a': [1, {2, 3}, (4, [5])], 'b': 'text'}
nested['self'] = nested
again = copy.deepcopy(nested)
print(again['a'], again['a'] is nested['a'], again['self'] is again, again['a'][2] is nested['a'][2])
constant = (1, 'a', (2.5, None))
print(copy.deepcopy(constant) is constant, copy.copy(constant) is constant, copy.copy([1, 2]), copy.copy({1: 2}), copy.copy({3}))
print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy([Custom()]))
item = Item('n', ['t'])
other = copy.deepcopy(item)
other.tags.append('u')
print(item, other, copy.copy(item).tags is item.tags)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy({Color.RED: [Color.RED]}))
now = datetime(2020, 1, 2)
print(copy.copy(now), copy.deepcopy([now])[0] == now, copy.deepcopy(len) is len, copy.copy(Point) is Point)
names = Names([[1], 2])
names.extra = [3]
copied = copy.deepcopy(names)
print(copied, type(copied).__name__, copied.extra, copied.extra is names.extra, copied[0] is names[0])
print(copy.deepcopy(OrderedDict(a=[1])), copy.deepcopy(deque([[1], 2], maxlen=3)), copy.copy(deque([1])))
table = defaultdict(list, {'k': [1]})
print(copy.deepcopy(table), copy.copy(table), copy.deepcopy(table)['new'])
error = copy.copy(ValueError('a', 2))
print(repr(error), copy.deepcopy(range(3)), copy.deepcopy(b'x'), copy.deepcopy(bytearray(b'y')), copy.deepcopy(frozenset({1})))
try:
    copy.deepcopy(x for x in 'ab')
except TypeError as error:
    print(error)

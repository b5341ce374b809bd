"""A copy is made by what __reduce__ tells; an OrderedDict's calls its class, then sets state and entries."""
import copy
from collections import OrderedDict


class Cache(OrderedDict):
    def __init__(self, size=3):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        print('set', key, self.size)
        super().__setitem__(key, value)


cache = Cache(7)
cache['a'] = [1]
for make in (Cache.copy, copy.copy, copy.deepcopy):
    made = make(cache)
    print(made, made.size, made['a'] is cache['a'])
cache['self'] = cache
made = copy.deepcopy(cache)
print(made, made['self'] is made)
print(OrderedDict(a=1).__reduce__()[:4], cache.__reduce__()[:4], copy.copy(OrderedDict(a=1)))


class Parts:
    def __init__(self, parts):
        self.parts = parts

    def __reduce__(self):
        return Parts, (self.parts,), {'found': [1]}


class Alone(Parts):
    def __reduce__(self):
        return 'alone'


class Row(list):
    def __reduce__(self):
        return Row, (), (None, {'name': 'row'}), iter(self)


parts, alone = Parts([5]), Alone(1)
for make in (copy.copy, copy.deepcopy):
    made = make(parts)
    print(made.parts, made.parts is parts.parts, made.found, make(alone) is alone)
    made = make(Row([1, [2]]))
    print(made, made.name)

from collections import UserDict, UserList, UserString
import collections


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'no {key}'


d = Lower({'A': 1}, B=2)
d['Cc'] = 3
d.update(DD=4)
print(d, d['x'], 'a' in d, 'A' in d, len(d), sorted(d), d.data, d == {'a': 1, 'b': 2, 'cc': 3, 'dd': 4}, d.pop('a'), d | {'Z': 1}, d.copy())
print(isinstance(d, dict), isinstance(d, collections.abc.MutableMapping) if hasattr(collections, 'abc') else True, d.get('q', 5), type(d.copy()).__name__)


class Loud(UserList):
    def append(self, item):
        print('append', item)
        super().append(item)


items = Loud([3, 1, 2])
items.append(5)
items.sort()
items += [7]
items.extend((8,))
print(items, items[1:3], type(items[1:3]).__name__, items + [9], items == [1, 2, 3, 5, 7, 8], items.index(5), len(items), items * 2, 3 in items)
del items[0]
items[0] = 'x'
items.insert(0, 'y')
print(items.pop(), items, list(reversed(items)), items.data, UserList('ab') < UserList('b'))


class Name(UserString):
    def shout(self):
        return self.upper() + '!'


n = Name('ann')
print(n, repr(n), n.shout(), n + 'x', n == 'ann', n[0], len(n), 'nn' in n, n.replace('a', 'b'), type(n.upper()).__name__, n.split('n'), n * 2, {n: 1}['ann'])
print(collections.UserDict.__name__, collections.UserDict.__module__)
try:
    collections.Nothing
except AttributeError as error:
    print(error)

"""Counting what mappings say, in place and in subclasses; named tuples whose fields are called like their parameters."""
import inspect
from collections import ChainMap, Counter, UserDict, namedtuple

count = same = Counter(a=3, b=1)
count |= Counter(a=1, z=2)
print(count, count is same)
count &= Counter(a=2, z=5)
print(count, count is same)
count = same = Counter(a=1, b=-2)
count |= Counter(c=-1)
print(count, count is same)

print(Counter(UserDict(a=3)), Counter(ChainMap({'a': 3}, {'b': 2})))
count.update(UserDict(a=5, q=1))
count.subtract(ChainMap({'a': 1}), q=4)
print(count)


class Loud(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


loud = Loud({'a': 1})
loud.update({'a': 2, 'b': 3})
print(loud, Loud('xy'), Loud(k=2))

Row = namedtuple('Row', 'cls self new old', defaults=[3, 4])
print(Row(cls=1, self=2), Row(1, 2, old=5), inspect.signature(Row), Row.__new__.__doc__)
for arguments, keywords in [((), {}), ((1,), {}), ((1, 2, 3, 4, 5), {}), ((1, 2), {'cls': 3}), ((1, 2), {'q': 3})]:
    try:
        print(Row(*arguments, **keywords))
    except TypeError as error:
        print(error)
print(namedtuple('Empty', '')(), namedtuple('One', 'x')(1), namedtuple('Two', 'x def', rename=True)(1, 2))

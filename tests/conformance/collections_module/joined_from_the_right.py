# What `|` gives when the left one is a plain dict: the right one's type.
from collections import OrderedDict, defaultdict

words = defaultdict(list, b=[2])
joined = {'a': [1]} | words
print(joined, joined['new'], type(joined).__name__)
print({'a': 1} | OrderedDict(b=2), OrderedDict(a=1) | {'b': 2})
print({} | defaultdict(int), defaultdict(int, a=1) | {'a': 2})
loop = OrderedDict(a=1)
loop['self'] = loop
print(loop)

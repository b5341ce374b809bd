"""An OrderedDict asks a subclass for what it sets, moves without asking, and joins with `|`."""
from collections import *
class LD(OrderedDict):
    def __setitem__(self, k, v):
        print("set", k); super().__setitem__(k, v); self.move_to_end(k)
    def __delitem__(self, k):
        print("del", k); super().__delitem__(k)
d = LD(); d['a'] = 1; d['b'] = 2; d['a'] = 3
print(d, list(reversed(d)))
d.update(c=4); d |= {'d': 5}
print(d | {'z': 1}, {'q': 0} | d)
print(d.pop('a'), d.pop('nope', 7), d.popitem(), d.popitem(last=False), d)
print(d.setdefault('k', 9), d.setdefault('k', 10))
try: d.pop('zz')
except KeyError as e: print(repr(e))
e = LD(a=1, b=2); print(e, e.copy())
o = OrderedDict([('a',1),('b',2)]); o.move_to_end('a'); o.move_to_end('a', last=False); print(o, o | {'c':3}, type({'x':1}|o))
try: o.move_to_end('x')
except KeyError as x: print(repr(x))
print(OrderedDict.fromkeys('abc'), o == {'b':2,'a':1}, o == OrderedDict([('b',2),('a',1)]))
try: OrderedDict().popitem()
except KeyError as x: print(x)
print(ChainMap({'a':1}), UserDict(a=1), UserList([1]), UserString('x'))
class LRU(OrderedDict):
    def __init__(self, maxsize=2, /, *a, **k): self.maxsize = maxsize; super().__init__(*a, **k)
    def __getitem__(self, key):
        v = super().__getitem__(key); self.move_to_end(key); return v
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize: del self[next(iter(self))]
l = LRU(2); l['a']=1; l['b']=2; l['a']; l['c']=3; print(list(l.items()), list(l))

# Items taken from the front again and again: a cache that drops its oldest, a queue kept in a dict.
from collections import OrderedDict


class Cache(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > 3:
            print('dropped', self.popitem(last=False))


cache = Cache(a=1, b=2, c=3)
cache['a'] = 4
cache['d'] = 5
cache.update(e=6)
print(cache)

many = OrderedDict.fromkeys(range(2_000))
print(sum(many.popitem(last=False)[0] for _ in range(2_000)), many)
waiting = dict.fromkeys('abcdef')
while len(waiting) > 1:
    first = next(iter(waiting))
    del waiting[first]
    print(first, end=' ')
print(waiting, waiting.popitem(), list(waiting))
waiting['x'] = waiting['y'] = 1
del waiting['x']
print(list(waiting), next(iter(waiting.items())))

"""A cache that forgets what was used longest ago: by OrderedDict, by dict, by lru_cache."""
from collections import OrderedDict
from functools import lru_cache


class LRU:
    def __init__(self, capacity, forget=None):
        self.capacity, self._forget, self._items = capacity, forget, OrderedDict()

    def __getitem__(self, key):
        self._items.move_to_end(key)
        return self._items[key]

    def __setitem__(self, key, value):
        self._items[key] = value
        self._items.move_to_end(key)
        while len(self._items) > self.capacity:
            key, value = self._items.popitem(last=False)
            if self._forget:
                self._forget(key, value)

    def __contains__(self, key):
        return key in self._items

    def __repr__(self):
        return f"LRU({', '.join(f'{k}:{v}' for k, v in self._items.items())})"


class PlainLRU(dict):
    """The same on a plain dict: take out and put back to make it the newest."""

    capacity = 2

    def __getitem__(self, key):
        value = self.pop(key)
        super().__setitem__(key, value)
        return value

    def __setitem__(self, key, value):
        self.pop(key, None)
        if len(self) >= self.capacity:
            del self[next(iter(self))]
        super().__setitem__(key, value)


cache = LRU(3, forget=lambda key, value: print(f"  forgets {key}={value}"))
for key in "abcad":
    cache[key] = key.upper()
print(cache, "b" in cache, cache["c"], cache)
try:
    cache["zzz"]
except KeyError as error:
    print("KeyError:", error)
plain = PlainLRU()
plain["x"], plain["y"] = 1, 2
plain["x"]
plain["z"] = 3
print(plain, len(plain))


@lru_cache(maxsize=2)
def slow_square(n):
    print(f"  working on {n}")
    return n * n


print([slow_square(n) for n in (1, 2, 1, 3, 2)], slow_square.cache_info())
slow_square.cache_clear()
print(slow_square.cache_info(), slow_square.__wrapped__(5), slow_square.cache_parameters())
order = OrderedDict.fromkeys("abc", 0)
order.move_to_end("a")
order.move_to_end("c", last=False)
print(list(order), list(reversed(order)), order == OrderedDict(a=0, b=0, c=0), order == dict(a=0, b=0, c=0))

"""lru_cache: one number or text is a key by itself, so that 1 and 1.0 are two."""
import functools


@functools.lru_cache(maxsize=3)
def double(value, times=2):
    print("   for", repr(value))
    return value * times


for each in (1, 1.0, True, 1, "a", "a", 1.0):
    print(double(each))
print(double(1, 2), double(1, times=2), double.cache_info())

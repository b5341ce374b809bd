"""How much memory a value takes, as a lesson on generators compares it."""
import sys


class Plain:
    pass


class Small:
    __slots__ = ('a', 'b')


for value in (None, True, 0, 2**30, 10**30, 1.5, '', 'abc', 'é', '日本', b'abc', (), (1, 2), [], [1, 2, 3], {}, {'a': 1},
              {1: 2}, set(), set(range(5)), range(10), object(), Plain(), Small(), len, bytearray(b'abc')):
    print(type(value).__name__, sys.getsizeof(value))
print(sys.getsizeof([i for i in range(1000)]), sys.getsizeof({i: i for i in range(100)}), sys.getsizeof(set(range(100))))
print(sys.getsizeof(number for number in range(1000)), (1, 2).__sizeof__(), [].__sizeof__(), 'abc'.__sizeof__())

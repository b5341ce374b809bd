"""What lru_cache makes: an object of its own that counts, forgets the oldest, and binds like a function."""
import functools
import re


@functools.lru_cache(maxsize=2)
def square(number):
    "doc"
    print('computing', number)
    return number * number


print([square(number) for number in (1, 2, 1, 3, 2)], square.cache_info(), square.cache_parameters())
print(re.sub('0x[0-9a-f]+', '0x', repr(square)), square.__name__, square.__doc__, square.__wrapped__.__name__)
square.cache_clear()
print(square.cache_info())


class Shop:
    @functools.cache
    def price(self, item, *, tax=0):
        return len(item) + tax

    @staticmethod
    @functools.lru_cache(typed=True)
    def kind(value):
        return type(value).__name__


shop = Shop()
print(shop.price('tea'), shop.price('tea'), shop.price('tea', tax=1), Shop.price.cache_info())
print(Shop.kind(1), Shop.kind(1.0), Shop.kind(True), Shop.kind.cache_info())
for wrong in (lambda: square([]), lambda: functools.lru_cache('x'), lambda: functools.lru_cache(2)(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)


@functools.lru_cache(maxsize=None)
def deep(number):
    return number and deep(number - 1)


print(deep(300), deep.cache_info().currsize)

"""Exceptions with their own fields, text and base."""


class ShopError(Exception):
    def __init__(self, item, price):
        super().__init__(item, price)
        self.item = item

    def __str__(self):
        return f"no {self.item} at that price"


class SoldOut(ShopError):
    pass

try:
    raise SoldOut("tea", 3)
except ShopError as error:
    print(error, repr(error), error.args, error.item)
print(issubclass(SoldOut, Exception), SoldOut.__mro__[1].__name__)
print(repr(Exception()), str(Exception()), str(Exception(1, 2)),
      str(KeyError("quoted")))

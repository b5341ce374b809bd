"""A family of exceptions: a base of our own, extra data, catching by kind, and re-raising."""


class ShopError(Exception):
    """Base of all that can go wrong in the shop."""

    code = 1

    def describe(self):
        return f"[{self.code}] {self}"


class OutOfStock(ShopError):
    code = 10

    def __init__(self, item, wanted, left):
        super().__init__(f"only {left} of {item} left, {wanted} wanted")
        self.item, self.missing = item, wanted - left


class UnknownItem(ShopError, LookupError):
    code = 11


class PaymentError(ShopError):
    code = 20

    def __str__(self):
        amount, reason = self.args
        return f"payment of {amount:.2f} failed: {reason}"


STOCK = {"lamp": 3, "rug": 1}


def order(item, count, card):
    try:
        left = STOCK[item]
    except KeyError:
        raise UnknownItem(item) from None
    if left < count:
        raise OutOfStock(item, count, left)
    if card != "gold":
        raise PaymentError(count * 9.5, f"card {card!r} refused")
    STOCK[item] -= count
    return f"{count} x {item}"


for request in (("lamp", 2, "gold"), ("rug", 4, "gold"), ("sofa", 1, "gold"), ("rug", 1, "tin"), ("rug", "two", "gold")):
    try:
        print("sold", order(*request))
    except OutOfStock as error:
        print(error.describe(), "missing", error.missing, error.args)
    except LookupError as error:
        print("lookup:", error.describe(), error.__cause__, error.__suppress_context__, repr(error.__context__))
    except ShopError as error:
        print(error.describe(), error.args, repr(error))
    except Exception as error:
        print("not ours:", type(error).__name__, error)
    else:
        print("left", STOCK)
print([cls.__name__ for cls in UnknownItem.__mro__], issubclass(OutOfStock, LookupError), ShopError.__subclasses__()[0].__name__)
print(Exception(1, 2), repr(Exception()), repr(Exception("one")), str(KeyError("k")), KeyError("k").args, Exception("a") == Exception("a"))

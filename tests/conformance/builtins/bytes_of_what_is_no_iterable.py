"""bytes, bytearray and join() say by themselves that something cannot be iterated over."""


class Wrong:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        raise TypeError("mine")


class Other:
    def __iter__(self):
        raise KeyError("passes through")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for each in (Wrong(), Failing(), Other(), 2.5):
    attempt(lambda: bytes(each))
    attempt(lambda: bytearray(each))
    attempt(lambda: bytearray(b"ab").extend(each))
    attempt(lambda: b",".join(each))
    attempt(lambda: ",".join(each))
attempt(lambda: bytearray().extend(3))
attempt(lambda: bytearray().extend("a"))

"""next() passes on the StopIteration of a class of one's own: its value and the frames it came through."""


class Once:
    def __init__(self, items):
        self._items = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class Refuses:
    def __next__(self):
        raise StopIteration("a reason")


try:
    next(Refuses())
except StopIteration as stop:
    print(stop.value, stop.args, next(Refuses(), "default"))
once = Once("a")
print(next(once))
next(once)

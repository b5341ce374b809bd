"""An exception takes a class of its own kind, and none whose objects are laid out otherwise."""


class Plain(Exception):
    pass


class Other(Exception):
    pass


class Value(ValueError):
    pass


class Key(KeyError):
    pass


class Group(ExceptionGroup):
    pass


for before in (Plain, Value, Key):
    for after in (Plain, Other, Value, Key, Group):
        error = before("a")
        try:
            error.__class__ = after
            print(before.__name__, after.__name__, "->", repr(error))
        except TypeError as refused:
            print(before.__name__, after.__name__, "->", refused)

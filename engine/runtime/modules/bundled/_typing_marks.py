# What of typing marks functions and classes, or hands a value on: at run time it does hardly more.
import sys


def _union(left, right):
    from typing import Union
    return Union[left, right]


class NewType:
    def __init__(self, name, supertype):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = supertype
        self.__module__ = sys._getframe(1).f_globals['__name__']

    def __call__(self, value):
        return value

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f'{self.__module__}.{self.__name__}'


def cast(typ, val):
    return val


_overloads = {}


def _overloads_of(func):
    func = getattr(func, '__func__', func)
    return _overloads.setdefault((func.__module__, func.__qualname__), {})


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


def overload(func):
    _overloads_of(func)[getattr(func, '__func__', func).__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    return list(_overloads_of(func).values())


def clear_overloads():
    _overloads.clear()


def final(func):
    try:
        func.__final__ = True
    except (AttributeError, TypeError):
        pass
    return func


def no_type_check(func):
    func.__no_type_check__ = True
    return func


def no_type_check_decorator(decorator):
    def wrapped(*args, **keywords):
        return no_type_check(decorator(*args, **keywords))

    return wrapped


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn

    return mark

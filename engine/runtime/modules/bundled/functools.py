from _functools import _lru_cache_wrapper, partial, reduce

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        more = getattr(wrapped, name, None)
        if more:
            getattr(wrapper, name).update(more)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_missing = object()


class _Separator:
    pass


_separator = _Separator()


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _lru_wrapper(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _lru_wrapper(function, maxsize, typed)
    return decorate


def _lru_wrapper(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _separator)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(function, /):
    return lru_cache(maxsize=None)(function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"to cache {self.attrname!r} property.") from None
        value = values.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            values[self.attrname] = value
        return value


def _from_less(name):
    # The other three comparisons, each said with the one that the class has.
    def not_given(self, other, given):
        result = given(self, other)
        return result if result is NotImplemented else not result

    def or_equal(self, other, given):
        result = given(self, other)
        return result if result is NotImplemented else result or self == other

    def not_and_different(self, other, given):
        result = given(self, other)
        return result if result is NotImplemented else not result and self != other

    def and_different(self, other, given):
        result = given(self, other)
        return result if result is NotImplemented else result and self != other

    def not_or_equal(self, other, given):
        result = given(self, other)
        return result if result is NotImplemented else not result or self == other

    return {
        '__lt__': {'__gt__': not_and_different, '__le__': or_equal, '__ge__': not_given},
        '__le__': {'__ge__': not_or_equal, '__lt__': and_different, '__gt__': not_given},
        '__gt__': {'__lt__': not_and_different, '__ge__': or_equal, '__le__': not_given},
        '__ge__': {'__le__': not_or_equal, '__gt__': and_different, '__lt__': not_given},
    }[name]


def total_ordering(cls):
    names = ['__lt__', '__gt__', '__le__', '__ge__']
    own = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    given = '__lt__' if '__lt__' in own else max(own)

    def add(name, rule):
        def method(self, other):
            return rule(self, other, getattr(type(self), given))
        method.__name__ = name
        method.__qualname__ = f'{cls.__qualname__}.{name}'
        setattr(cls, name, method)

    for name, rule in _from_less(given).items():
        if name not in own:
            add(name, rule)
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ['obj']

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func, instance, *self.args, **self.keywords)


def _closest(cls, registry):
    # The class whose function serves `cls`: an abstract class stands behind the last class of the
    # method resolution order that it covers (functools._compose_mro).
    mro = cls.__mro__
    for at, base in enumerate(mro):
        if base in registry:
            return base
        covering = [kind for kind in registry if kind not in mro and issubclass(base, kind)
                    and not any(issubclass(later, kind) for later in mro[at + 1:])]
        closest = [kind for kind in covering
                   if not any(other is not kind and issubclass(other, kind) for other in covering)]
        if len(closest) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {closest[0]} or {closest[1]}')
        if closest:
            return closest[0]


def _is_dispatchable(cls):
    if isinstance(cls, type):
        return True
    members = getattr(cls, '__args__', None)
    return members is not None and all(
        isinstance(member, type) for member in members)


def singledispatch(func):
    registry, known = {object: func}, {}

    def dispatch(cls):
        if cls not in known:
            known[cls] = registry[_closest(cls, registry)]
        return known[cls]

    def register(cls, func=None):
        if _is_dispatchable(cls):
            if func is None:
                return lambda chosen: register(cls, chosen)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            if not getattr(cls, '__annotations__', None):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated function.')
            from typing import get_type_hints
            func = cls
            name, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatchable(cls):
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        for kind in (cls,) if isinstance(cls, type) else cls.__args__:
            registry[kind] = func
        known.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.registry = registry
    wrapper.dispatch = dispatch
    wrapper.register = register
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **keywords)
        method.register = self.register
        update_wrapper(method, self.func)
        return method

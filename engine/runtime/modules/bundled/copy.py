import types as _types
from _collections import deque as _deque

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, bool, str, bytes, range, type, type(Ellipsis), type(NotImplemented),
           property, _types.BuiltinFunctionType, _types.FunctionType, _types.ModuleType, _types.CodeType)
_uncopyable = (_types.GeneratorType, _types.CoroutineType, _types.AsyncGeneratorType, _types.FrameType,
               _types.TracebackType)

# Their state is the engine's: a copy would begin anew.
_natives_with_state = ('asyncio.base_events', 'asyncio.events', 'asyncio.locks', 'asyncio.queues', 'asyncio.runners',
                       'asyncio.taskgroups', 'asyncio.timeouts', 'asyncio.unix_events')


def _is_atomic(value):
    kind = type(value)
    return kind in _atomic or isinstance(value, type)


def copy(x):
    kind = type(x)
    if _is_atomic(x) or kind in (tuple, frozenset, slice):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(kind, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuild(x, lambda value: value)


def deepcopy(x, memo=None, _nil=[]):
    if _is_atomic(x):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    made = _deep(x, memo)
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)  # so that no id is given to another meanwhile
    return made


def _deep(x, memo):
    kind = type(x)
    if kind is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if kind is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if kind is tuple or kind is frozenset:
        items = [deepcopy(item, memo) for item in x]
        # Something inside may have led back here.
        if id(x) in memo:
            return memo[id(x)]
        if kind is tuple and all(new is old for new, old in zip(items, x)):
            return x
        return kind(items)
    if kind is set:
        return {deepcopy(item, memo) for item in x}
    if kind is bytearray:
        return bytearray(x)
    if kind is slice:
        return slice(*[deepcopy(part, memo) for part in (x.start, x.stop, x.step)])
    if kind is _types.MethodType:
        return _types.MethodType(x.__func__, deepcopy(x.__self__, memo))
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    return _rebuild(x, lambda value: deepcopy(value, memo), memo)


def _blank(kind):
    """An instance with nothing in it; a type that only the interpreter makes gives none."""
    try:
        return object.__new__(kind)
    except TypeError:
        raise TypeError(f"cannot pickle '{kind.__name__}' object") from None


def _check_copyable(x):
    kind = type(x)
    if isinstance(x, _uncopyable):
        raise TypeError(f"cannot pickle '{kind.__name__}' object")
    if isinstance(x, BaseException):
        return
    for base in kind.__mro__:
        if base.__module__ == '_asyncio':
            raise TypeError(f"cannot pickle '_asyncio.{kind.__name__}' object")
        if base.__module__ in _natives_with_state:
            raise TypeError(f"copying {base.__name__} objects of asyncio is not supported by Coroscope")


def _rebuild(x, each, memo=None):
    """A new object of the same class, with `each` of its parts."""
    kind = type(x)
    _check_copyable(x)
    reduce = _own(kind, '__reduce__')
    if reduce is not None:
        return _reconstructed(x, reduce(x), each, memo)
    getstate = _own(kind, '__getstate__')
    if isinstance(x, BaseException):
        made = kind(*[each(item) for item in x.args])
    else:
        arguments = ()
        getnewargs = getattr(kind, '__getnewargs__', None)
        if getnewargs is not None:
            arguments = tuple(each(item) for item in getnewargs(x))
        elif isinstance(x, (tuple, frozenset)):
            arguments = ([each(item) for item in x],)
        elif isinstance(x, (int, float, str, bytes)):
            arguments = (next(b for b in kind.__mro__ if b in (int, float, str, bytes))(x),)
        made = _blank(kind) if kind.__new__ is object.__new__ else kind.__new__(kind, *arguments)
    if memo is not None:
        memo[id(x)] = made
    if isinstance(x, _deque):
        made.__init__([each(item) for item in x], x.maxlen)
    elif isinstance(x, (list, set, bytearray)):
        (made.update if isinstance(x, set) else made.extend)([each(item) for item in x])
    elif isinstance(x, dict):
        for key, value in x.items():
            made[each(key)] = each(value)
    state = getstate(x) if getstate is not None else getattr(x, '__dict__', None) or None
    setstate = getattr(made, '__setstate__', None)
    if state is not None:
        state = each(state)
        if setstate is not None:
            setstate(state)
        else:
            made.__dict__.update(state)
    if getstate is None and setstate is None:
        for name in _slots_of(kind):
            if hasattr(x, name):
                object.__setattr__(made, name, each(getattr(x, name)))
    return made


def _reconstructed(x, reduced, each, memo):
    # By what __reduce__ tells: whom to call with what, then the state, the items and the entries to add to that.
    if isinstance(reduced, str):
        return x
    call, arguments, state, items, entries = (*reduced, None, None, None)[:5]
    made = call(*[each(argument) for argument in arguments])
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, each(state))
    for item in items or ():
        made.append(each(item))
    for key, value in entries or ():
        made[each(key)] = each(value)
    return made


def _set_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        made.__dict__.update(attributes)
    for name, value in (slots or {}).items():
        setattr(made, name, value)


def _own(kind, name):
    """The method of a class that says how its instances are copied; None if it has but object's."""
    found = getattr(kind, name, None)
    return None if found is getattr(object, name) else found


def _slots_of(kind):
    for base in kind.__mro__:
        given = base.__dict__.get('__slots__', ())
        for name in (given,) if isinstance(given, str) else given:
            if name.startswith('__') and not name.endswith('__'):
                name = f'_{base.__name__.lstrip("_")}{name}'
            if name not in ('__dict__', '__weakref__'):
                yield name

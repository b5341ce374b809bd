"""What a new process knows: copies of the program's objects, as fork() and pickling leave them.

Numbers, texts, classes and functions are the same in all processes; containers and
instances of the program's classes are the child's own, down to what they hold. What
comes from elsewhere is shared: queues and values of multiprocessing must be, and
whatever else there is has no state that a program could tell apart. A function
called in the child knows the child's copies of its module's names; a class's
methods know those of the parent.
"""

import sys
import threading
from types import MethodType

import _workers

_FUNCTION = type(lambda: None)
_BY_ITSELF = {int, float, str, bytes, bool, type(None), type, _FUNCTION, type(Ellipsis), range}


class PicklingError(Exception):
    __module__ = "_pickle"


MAIN_PID = 1000
_made = 0


def number(count=1):
    """Numbers for so many processes: the first of them."""
    global _made
    _made += count
    return _made - count + 1


def running():
    """The process whose code runs (a Process or a PoolProcess); None in the first one."""
    return threading.main_thread()._process


class PoolProcess:
    """What current_process() gives in a process of a pool."""

    exitcode = None

    def __init__(self, name, number, daemon):
        self.name, self.daemon = name, daemon
        self.pid = self.ident = MAIN_PID + number
        self.parent_pid = getattr(running(), "pid", MAIN_PID)
        self._identity = (number,)

    def is_alive(self):
        return True

    def __repr__(self):
        return f"<ForkProcess name={self.name!r} parent={self.parent_pid} started{' daemon' * self.daemon}>"


class Child:
    """The namespaces of one process: a copy of each that it comes to use."""

    def __init__(self):
        self._namespaces = {}
        self._memo = {}

    def function(self, fn):
        """`fn` as the child knows it."""
        if type(fn) is MethodType:
            return self.function(fn.__func__).__get__(fn.__self__)
        if type(fn) is not _FUNCTION or not isinstance(fn.__globals__, dict):
            return fn
        if not _is_program(fn.__globals__.get("__name__", "")):
            return fn
        return _workers.with_globals(fn, self._namespace(fn.__globals__))

    def copied(self, value):
        """What fork() makes of an object: one copy of it in this child, however often it is met."""
        return copied(value, self._memo)

    def _namespace(self, original):
        known = self._namespaces.get(id(original))
        if known is None:
            known = self._namespaces[id(original)] = {}
            for name, value in list(original.items()):
                if type(value) is _FUNCTION and value.__globals__ is original:
                    known[name] = _workers.with_globals(value, known)
                else:
                    known[name] = self.copied(value)
        return known


def _is_program(module):
    return module in ("__main__", "__mp_main__") or hasattr(sys.modules.get(module), "__file__")


def copied(value, memo=None):
    """A copy, down to what it holds, with the same objects the same again in it."""
    kind = type(value)
    if kind in _BY_ITSELF:
        return value
    memo = {} if memo is None else memo
    known = memo.get(id(value))
    if known is not None:
        return known[0]
    if kind is tuple:
        return tuple([copied(item, memo) for item in value])
    if kind is frozenset:
        return frozenset([copied(item, memo) for item in value])
    if kind not in (list, dict, set) and not _has_copies(kind):
        return value
    new = _empty_like(value, kind, memo)
    memo[id(value)] = new, value  # kept, so that no other object can have its id
    if isinstance(value, list):
        list.extend(new, [copied(item, memo) for item in list.__iter__(value)])
    elif isinstance(value, set):
        set.update(new, [copied(item, memo) for item in set.__iter__(value)])
    elif isinstance(value, dict):
        for key in list(dict.keys(value)):
            dict.__setitem__(new, copied(key, memo), copied(dict.__getitem__(value, key), memo))
    _copy_attributes(value, new, kind, memo)
    return new


def sent_error(error, remote_traceback):
    """An error as pickling leaves it: made of its arguments, without its traceback and context;
    the text of these is in its cause, of the class `remote_traceback`."""
    import traceback
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    if _has_copies(type(error)):
        new = copied(error)
    else:
        new = type(error)(*[copied(each) for each in error.args])
        new.__dict__.update(error.__dict__)
    new.__cause__ = remote_traceback(f'\n"""\n{text}"""')
    return new


def _has_copies(kind):
    """Is it a class of the program's, whose instances have a state?"""
    if isinstance(kind, type) and _is_program(getattr(kind, "__module__", "")):
        return not (hasattr(kind, "_member_map_") or issubclass(kind, type))
    return kind.__name__ in ("deque", "defaultdict", "OrderedDict", "Counter") and kind.__module__ == "collections"


def _empty_like(value, kind, memo):
    if isinstance(value, BaseException):
        return kind.__new__(kind, *[copied(each, memo) for each in value.args])
    if isinstance(value, tuple):
        return tuple.__new__(kind, [copied(item, memo) for item in value])
    if kind.__name__ == "deque":
        return kind([copied(item, memo) for item in value], value.maxlen)
    for base in (list, dict, set, int, float, str, bytes):
        if isinstance(value, base):
            return base.__new__(kind) if base in (list, dict, set) else base.__new__(kind, value)
    try:
        return object.__new__(kind)
    except TypeError:
        return value  # made by something else: shared


def _copy_attributes(value, new, kind, memo):
    if new is value:
        return
    for name, item in list(getattr(value, "__dict__", {}).items()):
        new.__dict__[name] = copied(item, memo)
    for each in kind.__mro__:
        slots = each.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, name):
                object.__setattr__(new, name, copied(getattr(value, name), memo))
    if kind.__name__ == "defaultdict":
        new.default_factory = value.default_factory


def check_sendable(value, seen=None):
    """What pickling says to functions that have no name in their module, and to what runs, wherever
    in `value` they are."""
    kind = type(value)
    if kind is _FUNCTION:
        _check_function(value)
    if kind.__name__ in ("generator", "coroutine", "async_generator", "module", "frame"):
        raise TypeError(f"cannot pickle {kind.__name__!r} object")
    if kind not in (list, tuple, set, frozenset, dict):
        return
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    for item in [each for pair in value.items() for each in pair] if kind is dict else value:
        check_sendable(item, seen)


def _check_function(value):
    name = value.__qualname__
    if "<locals>" in name:
        raise AttributeError(f"Can't pickle local object {name!r}")
    if "<lambda>" in name:
        raise PicklingError(f"Can't pickle {value!r}: attribute lookup {name} on {value.__module__} failed")

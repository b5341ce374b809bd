"""What a new process knows: copies of the program's names, as fork() leaves them.

Numbers, texts and functions, and lists, dicts and sets down to what they hold, are
the child's own. Other objects are shared, as queues and values of multiprocessing
are; instances of the program's classes are shared too, which real ones are not.
"""

import _workers

_FUNCTION = type(lambda: None)


class Child:
    """The namespaces of one process: a copy of each that it comes to use."""

    def __init__(self):
        self._namespaces = {}

    def function(self, fn):
        """`fn` as the child knows it."""
        if type(fn) is not _FUNCTION or not isinstance(fn.__globals__, dict):
            return fn
        if fn.__globals__.get("__name__", "").startswith(("_", "concurrent", "multiprocessing")) \
                and fn.__globals__.get("__name__") not in ("__main__", "__mp_main__"):
            return fn
        return _workers.with_globals(fn, self._namespace(fn.__globals__))

    def _namespace(self, original):
        known = self._namespaces.get(id(original))
        if known is None:
            known = self._namespaces[id(original)] = {}
            for name, value in list(original.items()):
                if type(value) is _FUNCTION and value.__globals__ is original:
                    known[name] = _workers.with_globals(value, known)
                else:
                    known[name] = copied(value)
        return known


def copied(value, memo=None):
    """Containers anew, as pickling does with what is sent to a process and back."""
    kind = type(value)
    if kind not in (list, dict, set, tuple):
        return value
    memo = {} if memo is None else memo
    if id(value) in memo:
        return memo[id(value)]
    if kind is tuple:
        return tuple([copied(item, memo) for item in value])
    new = memo[id(value)] = kind()
    if kind is list:
        new.extend([copied(item, memo) for item in value])
    elif kind is set:
        new.update(value)
    else:
        for key, item in value.items():
            new[key] = copied(item, memo)
    return new

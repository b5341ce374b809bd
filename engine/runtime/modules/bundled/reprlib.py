# Representations that are kept short (https://docs.python.org/3.11/library/reprlib.html).
import builtins
import sys
from itertools import islice

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    """Lets a __repr__ that comes back to the same object give `fillvalue` there."""

    def decorate(function):
        running = set()

        def wrapper(self):
            key = _thread(), id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(wrapper, name, getattr(function, name))
        wrapper.__annotations__ = getattr(function, '__annotations__', {})
        return wrapper

    return decorate


def _thread():
    threading = sys.modules.get('threading')  # without it there is one thread
    return threading.get_ident() if threading else 0


class Repr:
    def __init__(self):
        self.fillvalue = '...'
        self.maxlevel = 6
        self.maxtuple = 6
        self.maxlist = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxset = 6
        self.maxfrozenset = 6
        self.maxdeque = 6
        self.maxstring = 30
        self.maxlong = 40
        self.maxother = 30

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """By the method that is named after the type, if there is one."""
        by_type = getattr(self, 'repr_' + '_'.join(type(x).__name__.split()), self.repr_instance)
        return by_type(x, level)

    def _items(self, x, level, left, right, most, after_one=''):
        if level <= 0 and len(x):
            return left + self.fillvalue + right
        pieces = [self.repr1(each, level - 1) for each in islice(x, most)]
        if len(x) > most:
            pieces.append(self.fillvalue)
        return left + ', '.join(pieces) + (after_one if len(x) == 1 else '') + right

    def repr_tuple(self, x, level):
        return self._items(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._items(x, level, '[', ']', self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._items(x, level, f"array('{x.typecode}', [", '])', self.maxarray)

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_deque(self, x, level):
        return self._items(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                  for key in islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return '{' + ', '.join(pieces) + '}'

    def _ends(self, most):
        """How many characters are kept at the beginning and at the end."""
        first = max(0, (most - 3) // 2)
        return first, max(0, most - 3 - first)

    def _shortened(self, text, most):
        if len(text) <= most:
            return text
        first, last = self._ends(most)
        return text[:first] + self.fillvalue + text[len(text) - last:]

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        first, last = self._ends(self.maxstring)
        text = builtins.repr(x[:first] + x[len(x) - last:])
        return text[:first] + self.fillvalue + text[len(text) - last:]

    def repr_int(self, x, level):
        return self._shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return '<%s instance at %#x>' % (x.__class__.__name__, id(x))
        return self._shortened(text, self.maxother)


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr

# How rows are written as text (Modules/_csv.c: Dialect_Type and what is registered).
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = '_csv'


def _one_letter(name, value):
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be string, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


def _letter_or_none(name, value):
    if value is not None and not isinstance(value, str):
        raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
    return None if value is None else _one_letter(name, value)


def _truth(name, value):
    return bool(value)


def _text(name, value):
    if value is not None and not isinstance(value, str):
        raise TypeError(f'"{name}" must be a string')
    return value


def _number(name, value):
    if type(value) is not int:
        raise TypeError(f'"{name}" must be an integer')
    return value


# What a dialect says: its default, and what a value has to be.
_SAYS = {
    'delimiter': (',', _one_letter),
    'doublequote': (True, _truth),
    'escapechar': (None, _letter_or_none),
    'lineterminator': ('\r\n', _text),
    'quotechar': ('"', _letter_or_none),
    'quoting': (QUOTE_MINIMAL, _number),
    'skipinitialspace': (False, _truth),
    'strict': (False, _truth),
}


class Dialect:
    """What is given by name goes before what the dialect it is based on says."""

    __module__ = '_csv'
    __slots__ = tuple(_SAYS)

    def __init__(self, dialect=None, **given):
        for name in given:
            if name not in _SAYS:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        said = {name: getattr(dialect, name) for name in _SAYS if hasattr(dialect, name)}
        said.update(given)
        for name, (default, checked) in _SAYS.items():
            object.__setattr__(self, name, checked(name, said[name]) if name in said else default)
        if not QUOTE_MINIMAL <= self.quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and 'quoting' not in said:
            object.__setattr__(self, 'quoting', QUOTE_NONE)
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if self.lineterminator is None:
            raise TypeError('lineterminator must be set')

    def __setattr__(self, name, value):
        if name in _SAYS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.__setattr__(name, None)


_registered = {}


def dialect_of(dialect=None, **given):
    """The dialect that reader(), writer() and register_dialect() are told of."""
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, Dialect) and not given:
        return dialect
    return Dialect(dialect, **given)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _registered[name] = dialect_of(dialect, **fmtparams)


def unregister_dialect(name):
    get_dialect(name)
    del _registered[name]


def get_dialect(name):
    try:
        return _registered[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_registered)

# What decimal arithmetic is done under: signals, rounding, and the context that has them
# (the General Decimal Arithmetic Specification, and Lib/_pydecimal.py's documentation).
from contextvars import ContextVar as _ContextVar

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = 'ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR'
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN = 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997


def _signal(name, *bases):
    return type(name, bases, {'__module__': 'decimal'})


DecimalException = _signal('DecimalException', ArithmeticError)
# In the order of Modules/_decimal: `__subclasses__()` shows it.
Clamped = _signal('Clamped', DecimalException)
Rounded = _signal('Rounded', DecimalException)
Inexact = _signal('Inexact', DecimalException)
Subnormal = _signal('Subnormal', DecimalException)
DivisionByZero = _signal('DivisionByZero', DecimalException, ZeroDivisionError)
Underflow = _signal('Underflow', Inexact, Rounded, Subnormal)
Overflow = _signal('Overflow', Inexact, Rounded)
FloatOperation = _signal('FloatOperation', DecimalException, TypeError)
InvalidOperation = _signal('InvalidOperation', DecimalException)
# Why an operation is invalid.
ConversionSyntax = _signal('ConversionSyntax', InvalidOperation)
DivisionImpossible = _signal('DivisionImpossible', InvalidOperation)
DivisionUndefined = _signal('DivisionUndefined', InvalidOperation, ZeroDivisionError)
InvalidContext = _signal('InvalidContext', InvalidOperation)

_IN_REPR = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


class _SignalDict(dict):
    """Every signal, and whether it is set."""

    def __init__(self, chosen):
        super().__init__({each: False for each in _SIGNALS})
        if isinstance(chosen, dict):
            self.update({each: bool(value) for each, value in chosen.items()})
        else:
            self.update(dict.fromkeys(chosen, True))

    def __setitem__(self, key, value):
        if key not in _SIGNALS:
            raise KeyError('invalid error flag')
        super().__setitem__(key, bool(value))

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __repr__(self):
        return '{' + ', '.join([f'{each!r}:{value!r}' for each, value in self.items()]) + '}'


def _limits(low, high):
    def check(value):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        return low <= value <= high

    return check


_VALID = {
    'prec': (_limits(1, MAX_PREC), 'valid range for prec is [1, MAX_PREC]'),
    'Emin': (_limits(MIN_EMIN, 0), 'valid range for Emin is [MIN_EMIN, 0]'),
    'Emax': (_limits(0, MAX_EMAX), 'valid range for Emax is [0, MAX_EMAX]'),
    'capitals': (_limits(0, 1), 'valid values for capitals are 0 or 1'),
    'clamp': (_limits(0, 1), 'valid values for clamp are 0 or 1'),
}


class Context:
    """Precision, rounding, limits of exponents; which signals were met, and which raise."""

    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        default = DefaultContext
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self.clamp = default.clamp if clamp is None else clamp
        self.flags = _SignalDict(() if flags is None else flags)
        self.traps = _SignalDict(default.traps if traps is None else traps)

    def __setattr__(self, name, value):
        if name in _VALID:
            valid, text = _VALID[name]
            if not valid(value):
                raise ValueError(text)
        elif name == 'rounding':
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name not in ('flags', 'traps'):
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __repr__(self):
        names = [f'{name}={getattr(self, name)}' for name in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp')]
        for name in ('flags', 'traps'):
            names.append(f'{name}=[{", ".join([each.__name__ for each in _IN_REPR if getattr(self, name)[each]])}]')
        return f'Context({", ".join(names)})'

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        self.flags = _SignalDict(())

    def clear_traps(self):
        self.traps = _SignalDict(())

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _raise(self, *conditions):
        """Notes conditions; raises the first of those that are trapped."""
        met = [(self._signal_of(each), each) for each in conditions]
        for signal, _ in met:
            self.flags[signal] = True
        trapped = [(signal, each) for signal, each in met if self.traps[signal]]
        if trapped:
            trapped.sort(key=lambda pair: _SIGNALS.index(pair[0]))
            raise trapped[0][0]([each for _, each in trapped])

    def _signal_of(self, condition):
        return InvalidOperation if issubclass(condition, InvalidOperation) else condition

    def radix(self):
        from decimal import Decimal
        return Decimal(10)

    def create_decimal(self, num='0', /):
        from decimal import Decimal
        return Decimal(num, self)._rounded(self)

    def create_decimal_from_float(self, f, /):
        from decimal import Decimal
        return Decimal.from_float(f)._rounded(self)


def _as_method(name, method):
    # Context.divide(a, b) and its like: the Decimal's operation under this context.
    def operate(self, *numbers):
        from decimal import Decimal
        with localcontext(self) as context:
            made = getattr(_decimal(Decimal, numbers[0]), method)(*[_decimal(Decimal, each) for each in numbers[1:]])
        self.flags = context.flags
        return made

    def _decimal(Decimal, number):
        if isinstance(number, Decimal):
            return number
        if isinstance(number, int):
            return Decimal(number)
        raise TypeError(f'conversion from {type(number).__name__} to Decimal is not supported')

    operate.__name__ = name
    return operate


for _name, _method in {'add': '__add__', 'subtract': '__sub__', 'multiply': '__mul__', 'divide': '__truediv__',
                       'divide_int': '__floordiv__', 'remainder': '__mod__', 'divmod': '__divmod__', 'power': '__pow__',
                       'minus': '__neg__', 'plus': '__pos__', 'abs': '__abs__', 'sqrt': 'sqrt', 'exp': 'exp', 'ln': 'ln',
                       'log10': 'log10', 'quantize': 'quantize', 'compare': 'compare', 'max': 'max', 'min': 'min',
                       'normalize': 'normalize', 'fma': 'fma', 'to_integral_value': 'to_integral_value',
                       'to_sci_string': '__str__', 'copy_decimal': 'canonical'}.items():
    setattr(Context, _name, _as_method(_name, _method))
for _name in (
        'canonical compare_signal compare_total compare_total_mag copy_abs copy_negate copy_sign is_canonical is_finite '
        'is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero logb logical_and logical_invert '
        'logical_or logical_xor max_mag min_mag next_minus next_plus next_toward number_class remainder_near rotate '
        'same_quantum scaleb shift to_eng_string to_integral_exact').split():
    setattr(Context, _name, _as_method(_name, _name))


class _Template:
    prec, rounding, Emin, Emax, capitals, clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    traps = (InvalidOperation, DivisionByZero, Overflow)


DefaultContext = _Template
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = _ContextVar('decimal_context')


def getcontext():
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if any([context is each for each in (DefaultContext, BasicContext, ExtendedContext)]):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, kind, value, trace):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, _SignalDict(value) if name in ('flags', 'traps') else value)
    return _ContextManager(context)


def stepping(name, operands, needed):
    """The method of this name that `_decimal_steps` has; `needed` makes decimals of its operands."""
    def method(self, *args, context=None):
        import _decimal_steps
        if not operands <= len(args) <= operands + 1:
            raise TypeError(f'{name}() takes {operands} to {operands + 1} arguments ({len(args)} given)')
        others = [needed(each) for each in args[:operands]]
        given = args[operands] if len(args) > operands else context
        return getattr(_decimal_steps, name)(self, *others, given or getcontext())

    method.__name__ = name
    method.__qualname__ = 'Decimal.' + name
    return method

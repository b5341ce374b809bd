# The signals, above and below each other.
import decimal

for name in ('DecimalException Clamped Rounded Inexact Subnormal DivisionByZero Underflow Overflow FloatOperation '
             'InvalidOperation ConversionSyntax DivisionImpossible DivisionUndefined InvalidContext').split():
    signal = getattr(decimal, name)
    print(name, [each.__name__ for each in signal.__mro__], [each.__name__ for each in signal.__subclasses__()])

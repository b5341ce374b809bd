"""The functions of math that are not arithmetic."""
import math

x = 0.5
print([round(value, 12) for value in (math.acos(x), math.asin(x), math.atan(x), math.tan(x), math.sinh(x), math.cosh(x), math.tanh(x))])
print([round(value, 12) for value in (math.acosh(2), math.asinh(x), math.atanh(x), math.erf(x), math.erfc(x), math.gamma(x), math.lgamma(5))])
print(math.cbrt(27), math.exp2(10), round(math.expm1(1e-9), 20), round(math.log1p(x), 12), math.ldexp(0.5, 4), math.remainder(7, 4), math.isfinite(x), math.isfinite(math.inf))
print(math.atan2(1, -1), math.cos(0), math.fabs(-2), math.isinf(-math.inf), math.isnan(math.nan), math.pow(2, 0.5), math.radians(180), math.tau)
for wrong in (lambda: math.acos(2), lambda: math.atanh(1), lambda: math.gamma(0), lambda: math.gamma(200), lambda: math.acosh(0), lambda: math.remainder(1, 0), lambda: math.cosh(1000), lambda: math.ldexp(1, 5000), lambda: math.tan("x")):
    try:
        print(wrong())
    except (ValueError, OverflowError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")

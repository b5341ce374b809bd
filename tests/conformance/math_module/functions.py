"""The commoner functions and constants of math."""
import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fabs(-1))
print(math.sin(1), math.cos(1), math.atan2(1, -1), math.log(10), math.log(8, 2), math.log10(1000), math.log2(8), math.exp(1))
print(math.gcd(12, 18), math.factorial(20), math.comb(5, 2), math.isqrt(17), math.hypot(3, 4), math.pow(2, 3), math.fmod(-7, 3))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.degrees(math.pi), math.radians(180), math.prod([1, 2, 3]))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

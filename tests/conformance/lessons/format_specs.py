"""The format mini-language: fill, align, sign, width, grouping, precision and type."""
import math

print("-- integers --")
for spec in ("", "d", "5d", "<5d", "^5d", ">5d", "05d", "+d", " d", "=+6d", "*^9d", "x", "X",
             "#x", "#X", "o", "#o", "b", "#b", "#010b", "#_b", ",", "_", "_x", "08,d", "c", "e",
             ".2f", "%", "n", "g", "\u2190^7"):
    print(f"{spec!r:>10} |{format(1234 if spec != 'c' else 97, spec)}|{format(-42, spec) if spec != 'c' else ''}|")

print("-- floats --")
for spec in ("", "f", ".0f", ".1f", "#.0f", "10.3f", "<10.3f", "^10.3f", "010.3f", "+.2f", " .2f",
             "e", ".0e", ".3E", "g", ".3g", "#.3g", "G", "%", ".1%", ",", ",.2f", "_.3f",
             "020,.2f", "z.1f", "n", ".10", "=+12.2f", "x>12", ".3"):
    row = [format(value, spec) for value in (1234567.891, -0.04, 0.5, 1e100, 2.5)]
    print(f"{spec!r:>10}", *row, sep=" | ")

print("-- the odd ones --")
for value in (math.inf, -math.inf, math.nan, 0.0, -0.0):
    print(f"{value} {value:f} {value:e} {value:g} {value:8.2f} {value:+} {value:%} {value:08.1f} {value!r:>6}")

print("-- strings --")
for spec in ("", "s", "10", "<10", ">10", "^10", ".2", "10.2", "-^10.3s", "_<6"):
    print(f"{spec!r:>10} |{format('format', spec)}|{'':{spec}}|{'é€😀':{spec}}|")

print("-- booleans and None --")
print(f"{True} {True:d} {True:5} {True!s:>6} {False:b} {None} {None!s:^8}|")

print("-- nested --")
width, precision, fill, align = 12, 4, "~", "^"
print(f"{math.pi:{width}.{precision}f}|{math.e:{fill}{align}{width}}|{'x':{'>' if width > 3 else '<'}{width // 2}}|")
print(f"{width=} {math.pi=:.3f} {fill = !s} {'a' 'b'=} {width + 1 = :>5} {[n for n in range(3)]=}")

for bad, value in (("d", "text"), ("s", 3), ("d", 2.5), (".2d", 3), ("q", 1), (",s", "x"), ("=5", "x"),
                   ("+", "x"), ("5", []), ("c", 2 ** 40), (",_", 1), ("+c", 65), (".1000000000000", 1.0), (",x", 3)):
    try:
        print(format(value, bad))
    except (ValueError, TypeError, OverflowError) as error:
        print(f"{bad!r} of {value!r}: {type(error).__name__}: {error}")

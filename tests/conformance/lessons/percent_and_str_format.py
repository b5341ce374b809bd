"""The older ways to format: the % operator and str.format."""
print("%s is %d years old" % ("Ann", 30))
print("%-10s|%10s|%.2s|%5.1f|%05d|%+d|% d|%x|%#X|%o|%#o|%e|%G|%c%c|%%|%r|%a" % (
    "left", "right", "cut", 3.14159, 42, 7, 8, 255, 255, 8, 8, 12345.678, 1e-10, "A", 66, "q'", "é"))
print("%(name)s has %(count)03d %(unit)ss" % {"name": "Bob", "count": 7, "unit": "apple"})
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 3, 2 / 3))
print("%s" % [1, 2], "%s" % (None,), "%d%%" % 99.9, "%i" % True, "%s %s" % ((1, 2), {3}))
print("%.3s|%.0f|%g|%g" % ("abcdef", 2.5, 1e16, 0.0001))

print("{} {} {}".format(1, "two", [3]))
print("{2} {0} {1} {0!r}".format("a", "b", "c"))
print("{name:>8}|{value:<8.3f}|{0:^{width}}".format("mid", name="n", value=2 / 3, width=9))
print("{0[1]} {0[2][key]} {1.real} {1.__class__.__name__}".format([0, "one", {"key": "deep"}], 5))
print("{{}} {{{}}}".format("in braces"), "{:{}{}}".format("x", "*^", 7), "{!s:>5}|{!a}".format(True, "ü"))
print("{a}{b}".format_map({"a": 1, "b": 2}))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}?>"


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        if spec.endswith("polar"):
            return f"r={(self.x ** 2 + self.y ** 2) ** .5:{spec[:-5]}}"
        return f"({self.x:{spec}}, {self.y:{spec}})"


print("{here} and {there}".format_map(Default(here="now")))
print("{0:.1f} {0:.2fpolar} {0}".format(Point(3, 4)), f"{Point(1, 2):>4}")

for template, args in (("%d", ("x",)), ("%d %d", (1,)), ("%d", (1, 2)), ("%(a)s", ({},)), ("%y", (1,)),
                       ("%c", ("ab",)), ("%", (1,)), ("%x", (1.5,)), ("%s", ()), ("%(a)s", (3,)), ("%c", (-1,)),
                       ("%*d", ("a", 1)), ("%.1f", ("1",))):
    try:
        print(template % args)
    except Exception as error:
        print(f"{template!r} % {args}: {type(error).__name__}: {error}")
for template, args, kwargs in (("{}", (), {}), ("{a}", (), {}), ("{0}{}", (1, 2), {}), ("{}{0}", (1, 2), {}),
                               ("{", (), {}), ("}", (), {}), ("{0.x}", (1,), {}), ("{0[x]}", ([1],), {}),
                               ("{!z}", (1,), {}), ("{:d}", ("s",), {}), ("{0!}", (1,), {}), ("{a.b[c]}", (), {"a": 1}),
                               ("{0[}", ([1],), {}), ("{0[]}", ([1],), {}), ("{!r", (1,), {})):
    try:
        print(template.format(*args, **kwargs))
    except Exception as error:
        print(f"{template!r}: {type(error).__name__}: {error}")

"""__name__, globals, locals, dir, vars, getattr by name, and functions as data."""
import math
import sys

LIMIT = 10


def show_locals(a, b=2, *args, **kwargs):
    c = a + b
    return locals()


def set_global(name, value):
    globals()[name] = value


def uses_global():
    global made_here
    made_here = "yes"
    return LIMIT


set_global("dynamic", 5)
print(__name__, dynamic, show_locals(1, k=3), uses_global(), made_here, "LIMIT" in globals(), "nothing" in globals())
print(math.__name__, getattr(math, "sq" + "rt")(16), hasattr(math, "cbrt"), [n for n in dir(math) if n.startswith("is")], sys.version_info[:2], sys.argv[0].endswith(".py"), sys.maxsize == 2 ** 63 - 1)
table = {"square": lambda x: x * x, "half": lambda x: x / 2, "name": str.upper}
print(table["square"](4), {k: f(3) for k, f in table.items() if k != "name"}, list(map(table["name"], "ab")))


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


print(compose(str, lambda x: x + 1, abs)(-5), (lambda *f: [g(2) for g in f])(float, bool, str), sorted(["b", "A"], key=str.lower), callable(compose), callable(5))


def documented(x: int, y: "str" = "d", *rest: float, key: list[int] | None = None) -> bool:
    """First line.

    More lines.
    """
    return True


print(documented.__doc__, documented.__annotations__, documented.__defaults__, documented.__kwdefaults__, documented.__code__.co_varnames, documented.__code__.co_argcount, documented.__module__)
x: int = 5
y: "undefined name"
print(__annotations__, isinstance(x, int), eval_ if False else "no eval")
try:
    print(y)
except NameError as error:
    print(error)
if __name__ == "__main__":
    sys.stderr.write("to standard error\n")
    print("to standard error too", file=sys.stderr)
    sys.stdout.write("written\n")
    print("no newline", end="", flush=True)
    print(" | ", "a", 1, None, sep="~", end="!\n")
    sys.exit("exit with a message")

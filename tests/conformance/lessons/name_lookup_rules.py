"""Where names are found: local, enclosing, global, builtin; class bodies; nonlocal and global."""
x = "global"


def outer():
    x = "enclosing"

    def reads():
        return x

    def shadows():
        x = "local"
        return x

    def changes():
        nonlocal x
        x = "changed"
        return x

    def reaches():
        global x
        x = "global, changed by reaches"
        return x

    print(reads(), shadows(), reads(), changes(), reads(), reaches(), x, sep=" / ")


class Body:
    x = "class"
    seen = x
    listed = [x for _ in range(1)]
    first = [item for item in x]

    def method(self):
        return x, self.x


def counter(start=0):
    def tick(step=1):
        nonlocal start
        start += step
        return start
    tick.reset = lambda: counter(0)
    return tick


def too_early():
    print(later)
    later = 1


def maybe(flag):
    if flag:
        value = 1
    return value


outer()
print(x, Body.seen, Body.listed, Body.first[:2], Body().method())
a, b = counter(), counter(10)
print(a(), a(), b(5), a(), b.__closure__[0].cell_contents, b.__code__.co_freevars)
for broken in (too_early, lambda: maybe(False), lambda: undefined_name):
    try:
        broken()
    except NameError as error:
        print(type(error).__name__, error)
print([len := len("abc"), len], end=" ")
del len
print(len("back"), sorted(k for k in vars(Body) if not k.startswith("_")))
print((lambda y=x: (x, y))(), [f() for f in [lambda n=n: n * n for n in range(4)]], "x" in globals(), "y" in locals())

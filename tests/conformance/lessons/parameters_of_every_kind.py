"""Positional only, keyword only, defaults, star arguments, and the errors of a wrong call."""
import inspect


def everything(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


def positional(x, y, /):
    return x - y


def named(*, colour, size="M"):
    return f"{colour} {size}"


def collecting(first, items=[]):
    items.append(first)
    return items


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d="d", f="f", a="allowed"))
print(positional(5, 3), named(colour="red"), positional(*(9, 4)))
print(collecting(1), collecting(2), collecting(3, []), collecting.__defaults__)
print(inspect.signature(everything), everything.__kwdefaults__, everything.__defaults__)
print([(name, p.kind.name) for name, p in inspect.signature(everything).parameters.items()])
for call in (
    lambda: everything(), lambda: everything(1), lambda: everything(d=1), lambda: positional(1, y=2), lambda: positional(1),
    lambda: positional(1, 2, 3), lambda: named("red"), lambda: named(), lambda: named(colour=1, shape=2),
    lambda: everything(1, c=2, d=3, **{"d": 4}), lambda: named(**{1: 2}), lambda: positional(*5), lambda: named(**[1]),
    lambda: collecting(1, [], 3), lambda: (lambda q: q)(), lambda: named(color="red"), lambda: print(1, stop="!"),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
options = {"colour": "blue"}
print(named(**options, size="XL"), max(*[3, 1], *(7, 5)), [*range(3), *"ab"], {**options, "size": 1, **{"colour": "late"}})
first, *others = everything(1, d=0)
(a, b), [c, *d] = (1, 2), "xyz"
print(others[-1], a, b, c, d, *"end")


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


print(forward(everything, 1, d=2, z=3), forward(forward, max, 1, 5))

"""*args and **kwargs, at definitions and at calls."""


def show(*args, **kwargs):
    print(args, kwargs)

show()
show(1, *[2, 3], *(4,), *range(5, 7), x=1, **{"y": 2}, **{"z": 3})
show(*"ab", **dict(k=1))


def first(head, *rest, sep="-", **options):
    return head, rest, sep, options

print(first(1))
print(first(1, 2, 3, sep="+", other=True))
try:
    show(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(str(error).split(".")[-1])

"""yield from passes values in both directions and gives the result."""


def inner(n):
    got = yield f"inner {n}"
    print("inner got", got)
    return n * 100


def outer():
    for n in 1, 2:
        result = yield from inner(n)
        print("outer got", result)
    yield from "ab"
    return "end"

g = outer()
print(next(g))
print(g.send("x"))
print(g.send("y"), list(g))

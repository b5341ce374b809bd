"""The markers / and * in a parameter list."""


def f(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e

print(f(1, d=4))
print(f(1, 20, c=30, d=40, e=50))
for call in (lambda: f(1), lambda: f(a=1, d=2), lambda: f(1, 2, 3, 4, d=1),
             lambda: f(1, d=1, z=2), lambda: f(d=1), lambda: f(1, 2, b=3, d=1)):
    try:
        call()
    except TypeError as error:
        print(error)

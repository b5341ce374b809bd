"""A function that calls itself, and expressions as functions."""


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

print(factorial(30))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(n) for n in range(15)])
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print(sorted("banana", key=lambda c: (-"banana".count(c), c)))

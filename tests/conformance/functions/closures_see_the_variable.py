"""A closure sees the variable, not the value at its making."""

late = [lambda: n for n in range(3)]
early = [lambda n=n: n for n in range(3)]
print([f() for f in late], [f() for f in early])


def counter():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count
    return up

a, b = counter(), counter()
print(a(), a(), b(), a(10), b())

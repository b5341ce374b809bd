"""return, break and continue in finally beat what was under way."""


def f():
    try:
        return "try"
    finally:
        return "finally"


def g():
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            if n < 2:
                continue
            break
    return n


def h():
    x = 1
    try:
        return x
    finally:
        x = 2

print(f(), g(), h())

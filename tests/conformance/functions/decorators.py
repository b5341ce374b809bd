"""Decorators apply from the bottom up, with or without arguments."""


def tag(name):
    print("making", name)

    def wrap(function):
        print("wrapping with", name)
        return lambda *args: f"<{name}>{function(*args)}</{name}>"
    return wrap


@tag("b")
@tag("i")
def text(value):
    return value

print(text("hello"))

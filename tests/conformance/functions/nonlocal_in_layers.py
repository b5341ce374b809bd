"""nonlocal reaches the nearest enclosing function that has the name."""


def outer():
    value = "outer"

    def middle():
        def inner():
            nonlocal value
            value = "set by inner"
        inner()
        return value
    before = value
    return before, middle(), value

print(outer())


def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)
    later = 1
    return inner()

print(unbound())

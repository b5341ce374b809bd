"""An exception in a handler remembers the one that was handled."""


def chain(error):
    while error is not None:
        yield repr(error)
        error = error.__cause__ or error.__context__

try:
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    finally:
        {}["x"]
except KeyError as error:
    print(" <- ".join(chain(error)))
try:
    raise ValueError("fresh")
except ValueError as error:
    print(error.__context__)

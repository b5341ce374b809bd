"""raise alone raises again what is being handled."""


def handler():
    raise

try:
    try:
        int("z")
    except ValueError:
        handler()
except ValueError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError
except ValueError as error:
    print(repr(error), error.args)

"""add_note, with_traceback and the line where it was raised."""


def fail():
    raise ValueError("v")

try:
    fail()
except ValueError as error:
    error.add_note("a note")
    print(error.__notes__, error.__traceback__ is not None)
    print(error.__traceback__.tb_lineno, error.__traceback__.tb_next.tb_lineno)
print(ValueError("w").with_traceback(None).__traceback__)

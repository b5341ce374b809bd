"""An uncaught group is printed as a tree, with causes and tracebacks of its members."""


def fail(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


def chained():
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError as error:
        error.add_note("a note\nof two lines")
        return error


inner = ExceptionGroup("inner", [fail(OSError, "disk"), chained()])
many = ExceptionGroup("many", [ValueError(i) for i in range(20)])
raise ExceptionGroup("outer", [fail(TypeError, "type"), inner, many, KeyError("last")])

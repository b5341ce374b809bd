"""What handlers raise is raised together in the end."""


def show(error, depth=0):
    print("  " * depth + repr(error), "context:", repr(error.__context__), "cause:", repr(error.__cause__))
    for part in getattr(error, "exceptions", ()):
        show(part, depth + 1)


def run(make, *parts):
    try:
        try:
            raise ExceptionGroup("g", list(parts))
        except* ValueError as values:
            make(values)
        except* KeyError as keys:
            print("keys", keys.exceptions)
            raise
    except BaseException as error:
        show(error)


def again(values):
    raise


def other(values):
    raise TypeError("from the handler")


def chained(values):
    raise OSError("chained") from values


def itself(values):
    raise values


def part(values):
    raise values.exceptions[0]


for make in (again, other, chained, itself, part):
    run(make, ValueError(1), KeyError(2), RuntimeError(3))
    run(make, ValueError(1))

"""except* takes each handler's part of the group; the rest goes on."""


def run(group):
    try:
        try:
            raise group
        except* ValueError as values:
            print("values", values.exceptions, values.message)
        except* (KeyError, IndexError) as lookups:
            print("lookups", lookups.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as error:
        print("left:", repr(error))


run(ExceptionGroup("g", [ValueError(1), KeyError("k"), ValueError(2)]))
run(ExceptionGroup("g", [TypeError(1), ExceptionGroup("inner", [ValueError(3), OSError("o")]), IndexError(4)]))
run(ValueError("bare"))
run(TypeError("bare, not taken"))
run(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(5)]))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else without an exception")

"""throw(type, value): a tuple is all arguments, an instance of another type is one."""


def inner():
    try:
        yield 1
    except BaseException as error:
        print(type(error).__name__, error.args)
        raise


def outer():
    yield from inner()


for arguments in ((ValueError,), (ValueError, "x"), (ValueError("y"),), (ValueError, ValueError("z")),
                  (ValueError, ("a", "b")), (ValueError, KeyError("k")), (LookupError, KeyError("k")), (KeyError, ())):
    generator = outer()
    next(generator)
    try:
        generator.throw(*arguments)
    except Exception as error:
        print(repr(error), error.args)

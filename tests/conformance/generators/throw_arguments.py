"""What throw() takes: an exception, or a class with a value, and perhaps a traceback."""


def waiting():
    yield 1


for arguments in [(KeyError,), (KeyError, "a"), (KeyError, KeyError("b")), (KeyError("c"), None), (KeyError("d"), "e"),
                  (5,), (KeyError, "f", None), (KeyError, "g", 7), (KeyError("h"), None, "t"), ("text",), (int,)]:
    generator = waiting()
    next(generator)
    try:
        generator.throw(*arguments)
    except Exception as error:
        print(type(error).__name__, error)

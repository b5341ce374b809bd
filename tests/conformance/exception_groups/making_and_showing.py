"""A group holds exceptions, says how many, and refuses what is none."""


def attempt(make):
    try:
        made = make()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(type(made).__name__, made, repr(made), made.message, made.exceptions)


one = ValueError("one")
attempt(lambda: ExceptionGroup("few", [one, KeyError("two")]))
attempt(lambda: BaseExceptionGroup("ordinary", (one,)))
attempt(lambda: BaseExceptionGroup("not ordinary", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("not ordinary", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("none", []))
attempt(lambda: ExceptionGroup("no sequence", 5))
attempt(lambda: ExceptionGroup("no exception", [one, 5]))
attempt(lambda: ExceptionGroup(5, [one]))
attempt(lambda: ExceptionGroup("alone"))
print(ExceptionGroup.__mro__, isinstance(ExceptionGroup("g", [one]), Exception))

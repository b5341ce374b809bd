"""What except* cannot catch."""
def attempt(kind):
    try:
        try:
            raise ValueError("x")
        except* kind:
            print("caught")
    except TypeError as error:
        print("TypeError", error, repr(error.__context__))


attempt(ExceptionGroup)
attempt((ValueError, BaseExceptionGroup))
attempt(5)
attempt((ValueError, int))
attempt(ValueError)


for line in range(3):
    try:
        raise ExceptionGroup("g", [ValueError(line), OSError(line)])
    except* OSError as e:
        def inner():
            return e.exceptions
        print(inner())
    except* ValueError:
        for i in range(3):
            if i == 1:
                break
        print("loop inside", i)

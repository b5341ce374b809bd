"""Handlers are tried in order; a tuple and a base class match."""


class Mine(LookupError):
    pass

for error in (Mine("m"), KeyError("k"), OSError("o"), ValueError("v"),
              ZeroDivisionError("z")):
    try:
        raise error
    except Mine as e:
        print("Mine", e)
    except LookupError as e:
        print("LookupError", e)
    except (ArithmeticError, OSError) as e:
        print("tuple", type(e).__name__)
    except Exception as e:
        print("Exception", repr(e))
try:
    try:
        raise ValueError("v")
    except "not a class":
        pass
except TypeError as error:
    print(error)

"""What finally does: with return, break, continue, nested tries, and generators."""


def leave(how):
    for i in range(3):
        try:
            print(f"  try {i}")
            if how == "return":
                return f"returned {i}"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError(i)
            print("  end of try")
        except ValueError as error:
            print("  except", error)
        else:
            print("  else")
        finally:
            print(f"  finally {i}")
    else:
        return "loop ended by itself"
    return "after the loop"


for how in ("nothing", "return", "break", "continue", "raise"):
    print(how)
    print(" ", leave(how))


def overwritten():
    value = 1
    try:
        return value
    finally:
        value = 2
        print("value is", value)


def swallowed():
    while True:
        try:
            raise KeyError("lost")
        finally:
            break
    return "nobody saw the KeyError"


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
            raise TypeError("from finally")
    except TypeError as error:
        return f"{error!r} hides {error.__context__!r}"


def pieces():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


print(overwritten(), swallowed(), nested(), sep="\n")
for piece in pieces():
    print(piece)
    break
half = pieces()
next(half)
del half
try:
    error = "name"
    raise OSError("x")
except OSError as error:
    pass
try:
    print(error)
except NameError as problem:
    print(problem)

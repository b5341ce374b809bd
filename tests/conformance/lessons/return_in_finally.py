"""try/except/else/finally in every combination of return, raise, break and nesting."""


def order(action):
    log = []
    try:
        log.append("try")
        result = action()
    except ZeroDivisionError as error:
        log.append(f"except {error}")
        result = "handled"
    except (KeyError, IndexError):
        log.append("except lookup")
        raise
    else:
        log.append("else")
    finally:
        log.append("finally")
        print("  ", log)
    return result


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


def swallowed():
    for _ in range(2):
        try:
            raise ValueError("lost")
        finally:
            break
    return "no error"


def changed():
    value = [1]
    try:
        return value
    finally:
        value.append(2)


def rebound():
    value = 1
    try:
        return value
    finally:
        value = 2


def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("   cleaning")
            [].pop()
    except IndexError as error:
        return repr(error), repr(error.__context__)


def reraised():
    try:
        try:
            int("x")
        except ValueError as error:
            saved = error
            raise
    except ValueError as error:
        return error is saved


def gone():
    try:
        raise ValueError
    except ValueError as error:
        pass
    return error


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("   generator closed")


for action in (lambda: 5, lambda: 1 / 0, lambda: {}["k"], lambda: [][1], lambda: int("q")):
    try:
        print(order(action))
    except Exception as error:
        print("escaped:", type(error).__name__, error)
print(finally_wins(), swallowed(), changed(), rebound(), nested(), reraised())
try:
    gone()
except UnboundLocalError as error:
    print(error)
for item in generator():
    print(item)
    break
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise ValueError("a") from KeyError("b")
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__)
try:
    try:
        raise OSError("one")
    except OSError:
        raise OSError("two")
except OSError as error:
    print(error, "after", error.__context__)

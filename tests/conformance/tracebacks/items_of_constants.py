"""An item of a constant is marked as a whole by the interpreter, which folds it, but not by the module traceback."""
import traceback


def shown(statement):
    try:
        statement()
    except TypeError:
        traceback.print_exc()


def replaces():
    "a"[0] = "b"


def takes_away():
    del (1, 2)[-1]


shown(replaces)
shown(takes_away)
try:
    replaces()
except TypeError as error:
    try:
        takes_away()
    except TypeError as second:
        try:
            b"a"[True] = 1
        except TypeError as third:
            try:
                "a"[1] = 2
            except TypeError as fourth:
                third.__context__, fourth.__context__ = second, third
                raise

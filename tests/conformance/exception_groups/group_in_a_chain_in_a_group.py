# The interpreter's own report closes the frame of a group whose last member came of another group;
# the module traceback does not.
import traceback


def fails():
    try:
        raise ExceptionGroup("inner", [ValueError(1)])
    except ExceptionGroup:
        raise RuntimeError("while handling")


try:
    try:
        fails()
    except RuntimeError as error:
        raise ExceptionGroup("outer", [KeyError(2), error]) from None
except ExceptionGroup:
    print(traceback.format_exc())
    raise

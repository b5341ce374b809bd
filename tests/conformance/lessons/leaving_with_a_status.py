"""sys.exit, its arguments, who can stop it, and what still runs on the way out."""
import sys
from contextlib import contextmanager

for argument in (None, 0, 3, "a message", True):
    try:
        sys.exit(argument)
    except SystemExit as leaving:
        print(repr(leaving), repr(leaving.code))

try:
    exit_code = SystemExit(2, "two")
    raise exit_code
except SystemExit as leaving:
    print(leaving.args, leaving.code)


@contextmanager
def section(name):
    print("enter", name)
    try:
        yield
    except Exception:
        print("an Exception in", name)
    finally:
        print("leave", name)


try:
    with section("outer"):
        with section("inner"):
            try:
                sys.exit("stopped by choice")
            except Exception:
                print("not caught: SystemExit is no Exception")
except BaseException as error:
    print(type(error).__mro__[1].__name__, error)

print(issubclass(SystemExit, Exception), issubclass(KeyboardInterrupt, BaseException), issubclass(GeneratorExit, Exception))


def main(arguments):
    if not arguments:
        print("no arguments, status 4")
        return 4
    return 0


with section("all"):
    sys.exit(main(sys.argv[1:]))

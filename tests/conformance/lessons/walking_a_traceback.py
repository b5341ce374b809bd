"""Reading a traceback: frames, line numbers and local names, and the text that traceback makes."""
import sys
import traceback


def divide(a, b):
    return a / b


def middle(values):
    total = 0
    for value in values:
        total += divide(100, value)
    return total


def frames(error):
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_name, trace.tb_lineno
        trace = trace.tb_next


try:
    middle([5, 2, 0])
except ZeroDivisionError as error:
    print(list(frames(error)))
    kind, value, trace = sys.exc_info()
    print(kind is type(error), value is error, trace is error.__traceback__)
    print(traceback.format_exc().splitlines()[-1])
    print(traceback.format_exception_only(type(error), error))
    for entry in traceback.extract_tb(error.__traceback__):
        print(f"  {entry.name} line {entry.lineno}: {entry.line}")
    kept = error
print(sys.exc_info())
print("".join(traceback.format_exception(kept)).count("File"), len(traceback.format_tb(kept.__traceback__)))
try:
    raise kept.with_traceback(None)
except ZeroDivisionError as error:
    print(list(frames(error)))


def rethrow():
    try:
        middle([0])
    except ZeroDivisionError as error:
        error.add_note("seen on the way")
        raise


try:
    rethrow()
except ZeroDivisionError as error:
    print([name for name, _ in frames(error)], error.__notes__)
    traceback.print_exc(file=sys.stdout, limit=1)
me = sys._getframe()
print(me.f_code.co_name, me.f_lineno, "middle" in me.f_globals)
rethrow()

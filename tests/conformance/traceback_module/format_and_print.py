import io
import sys
import traceback


def divide(a, b):
    return a / b


def outer():
    try:
        divide(1, 0)
    except ZeroDivisionError as error:
        raise ValueError('two\nlines') from error


try:
    outer()
except ValueError as error:
    caught = error
    traceback.print_exc(file=sys.stdout)
    text = traceback.format_exc()
    print(text.count('\n'), text.endswith('lines\n'))
    traceback.print_exc(limit=1, chain=False, file=sys.stdout)
    print(traceback.format_exception(error))
    print(traceback.format_exception(type(error), error, error.__traceback__, chain=False)[-1:])
print(traceback.format_exc(), end='')
print(traceback.format_exception_only(caught), traceback.format_exception_only(ValueError, ValueError()))
caught.add_note('a note')
print(traceback.format_exception_only(caught))
for entry in traceback.extract_tb(caught.__traceback__):
    print(entry.lineno, entry.name, entry.line, len(entry), entry[2])
print(''.join(traceback.format_tb(caught.__traceback__)), end='')
print(''.join(traceback.format_list(traceback.extract_tb(caught.__traceback__))), end='')
buffer = io.StringIO()
traceback.print_exception(caught, file=buffer)
print(len(buffer.getvalue().splitlines()))
print(''.join(traceback.TracebackException.from_exception(caught).format()), end='')


def where():
    traceback.print_stack(file=sys.stdout)
    return traceback.extract_stack()[-1].name, traceback.format_stack(limit=1)


print(where())


def recurse(n):
    return recurse(n - 1) if n else 1 / 0


try:
    recurse(10)
except ZeroDivisionError as error:
    traceback.print_exc(file=sys.stdout)
    print(len(traceback.extract_tb(error.__traceback__)), len(traceback.format_tb(error.__traceback__, -2)))
    traceback.print_tb(error.__traceback__, limit=2, file=sys.stdout)
try:
    traceback.print_exception(5)
except TypeError as error:
    print(error)

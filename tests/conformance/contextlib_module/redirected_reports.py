"""What the interpreter itself reports goes where sys.stderr leads."""
import contextlib
import io
import sys


class Fails:
    def __del__(self):
        raise ValueError("ignored")


def hook():
    try:
        1 / 0
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())


for call in (Fails, hook):
    with contextlib.redirect_stderr(io.StringIO()) as caught:
        call()
    print(call.__name__, len(caught.getvalue().splitlines()))

"""As many context managers as the data says: ExitStack, callbacks, and giving cleanup away."""
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def opened(name, fail=False):
    print(f"open {name}")
    if fail:
        raise OSError(f"cannot open {name}")
    try:
        yield name.upper()
    except ValueError as error:
        print(f"{name} swallows {error!r}")
    finally:
        print(f"close {name}")


def open_all(names):
    """All of them, or none: what was opened is closed if a later one fails."""
    with ExitStack() as stack:
        handles = [stack.enter_context(opened(name, name == "bad")) for name in names]
        return handles, stack.pop_all()


with ExitStack() as stack:
    letters = [stack.enter_context(opened(name)) for name in "abc"]
    stack.callback(print, "callback", "runs", sep="-")
    print(letters)

print("--- an error on the way")
with ExitStack() as stack:
    stack.push(lambda kind, error, trace: print("pushed sees", kind and kind.__name__))
    for name in "xy":
        stack.enter_context(opened(name))
    raise ValueError("oops")

print("--- giving the cleanup away")
handles, rest = open_all(["p", "q"])
print("still open:", handles)
rest.close()
with suppress(OSError):
    open_all(["r", "bad", "s"])

print("--- small ones")


class Door:
    def close(self):
        print("door closed")


with closing(Door()) as door, nullcontext(5) as five, suppress(KeyError, IndexError):
    print(type(door).__name__, five)
    [][five]
    print("not reached")
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(print, "still runs")
        raise LookupError("first")
except ZeroDivisionError as error:
    print(error, "| while handling", repr(error.__context__))

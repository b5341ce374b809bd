"""with: classes, generators, several items, suppressing, ExitStack, and the order of everything."""
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io
import time


class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        return self.swallow


@contextmanager
def timer(label):
    start = time.perf_counter()
    try:
        yield lambda: time.perf_counter() - start
    finally:
        print(f"{label}: {time.perf_counter() - start:.2f} s")


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


@contextmanager
def broken():
    print("no yield")
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


with Managed("a") as a, Managed("b") as b:
    print(a, b)
with (Managed("c", swallow=True), Managed("d")):
    raise ValueError("inside")
print("after")
with timer("slept") as elapsed:
    time.sleep(1.5)
    print(f"so far {elapsed():.1f}")
with tag("p"):
    print("text")


@tag("decorated")
def inner():
    print("body")


inner()
for attempt in (broken, twice):
    try:
        with attempt():
            print("in the body")
    except RuntimeError as error:
        print(error)
try:
    with tag("lost"):
        raise KeyError("k")
except KeyError as error:
    print("no end tag", error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as five, redirect_stdout(io.StringIO()) as out:
    print("captured", five)
print(repr(out.getvalue()))


class Door:
    def close(self):
        print("door closed")


with closing(Door()) as door:
    print(type(door).__name__)
with ExitStack() as stack:
    names = [stack.enter_context(Managed(n)) for n in "xyz"]
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    print(names)
    raise RuntimeError("swallowed by the pushed")
with ExitStack() as stack:
    stack.enter_context(Managed("kept"))
    saved = stack.pop_all()
print("not yet")
saved.close()


def early():
    with Managed("return"):
        return "value"


def loop():
    for i in range(3):
        with Managed(f"loop{i}"):
            if i == 0:
                continue
            break


print(early())
loop()


class NoExit:
    def __enter__(self): return self


for thing in (NoExit(), 5, "text"):
    try:
        with thing:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

"""Each thread begins with an empty context; a context is entered by one at a time."""
# shows: contextvars / Context / each thread has one of its own
# shows: contextvars / Context.run / RuntimeError where another thread is in it; passes on arguments, result and exception
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="default")


def thread():
    print("thread", var.get())
    var.set("thread's")
    try:
        shared.run(print, "never")
    except RuntimeError as error:
        print(str(error).split(": <")[0])


def hold():
    other = threading.Thread(target=thread)
    other.start()
    other.join()


def fail(*args, **kwargs):
    var.set("set before the error")
    raise ValueError(args, kwargs)


var.set("main's")
shared = contextvars.copy_context()
shared.run(hold)
print("main", var.get())
print(shared.run(lambda *args, **kwargs: (args, kwargs, time.monotonic()), 1, key=2))
try:
    shared.run(fail, 1, key=2)
except ValueError as error:
    print(error, shared[var], var.get())

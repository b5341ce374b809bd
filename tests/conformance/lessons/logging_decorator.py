"""A decorator that logs calls, results, errors and time, with indentation for nesting."""
import functools
import logging
import sys
import time

log = logging.getLogger("calls")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(relative)6.2f %(message)s"))
log.addHandler(handler)
log.setLevel(logging.DEBUG)
START, depth = time.perf_counter(), 0


class Clock(logging.Filter):
    def filter(self, record):
        record.relative = time.perf_counter() - START
        return True


handler.addFilter(Clock())


def logged(level=logging.DEBUG):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            global depth
            shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
            log.log(level, "%s> %s(%s)", "  " * depth, function.__name__, shown)
            depth += 1
            try:
                result = function(*args, **kwargs)
            except Exception as error:
                log.error("%s! %s: %s", "  " * depth, type(error).__name__, error)
                raise
            else:
                log.log(level, "%s< %r", "  " * depth, result)
                return result
            finally:
                depth -= 1
        return wrapper
    return decorate


@logged()
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@logged(logging.INFO)
def bake(what, minutes=1):
    time.sleep(minutes / 10)
    if minutes > 5:
        raise RuntimeError(f"{what} is burnt")
    return f"warm {what}"


fib(3)
log.setLevel(logging.INFO)
fib(10)
bake("bread", minutes=3)
try:
    bake("cake", 6)
except RuntimeError:
    print("ordered a pizza", depth)

"""Trying again: a loop with else, a decorator, growing delays, and giving up loudly."""
import functools
import random
import time


class Flaky:
    def __init__(self, failures, error=ConnectionError):
        self.failures, self.error, self.calls = failures, error, 0

    def __call__(self):
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error(f"failure {self.calls}")
        return f"worked after {self.calls} calls"


def simple(function, attempts):
    for attempt in range(1, attempts + 1):
        try:
            result = function()
        except ConnectionError as error:
            print(f"  attempt {attempt}: {error}")
            last = error
        else:
            return result
    raise RuntimeError(f"gave up after {attempts} attempts") from last


def retry(*errors, attempts=4, delay=0.5, factor=2, jitter=0.0):
    def decorate(function):
        @functools.wraps(function)
        def patient(*args, **kwargs):
            wait, problems = delay, []
            for left in reversed(range(attempts)):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    problems.append(error)
                    if not left:
                        raise ExceptionGroup("every attempt failed", problems) from None
                    pause = wait + random.uniform(0, jitter)
                    print(f"  {error!r}; waiting {pause:.3f}")
                    time.sleep(pause)
                    wait *= factor
        return patient
    return decorate


start = time.monotonic()
print(simple(Flaky(2), 3))
try:
    simple(Flaky(5), 2)
except RuntimeError as error:
    print(error, "<-", error.__cause__)
print(retry(ConnectionError, jitter=0.1)(lambda flaky=Flaky(3): flaky())())
try:
    retry(OSError, attempts=2)(lambda flaky=Flaky(9, TimeoutError): flaky())()
except* TimeoutError as group:
    print(group.message, [str(error) for error in group.exceptions])
try:
    retry(OSError)(lambda flaky=Flaky(1, KeyError): flaky())()
except KeyError as error:
    print("not retried:", error)
print(f"took {time.monotonic() - start:.1f} s or so")

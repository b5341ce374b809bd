"""A decorator with arguments retries a flaky coroutine, waiting ever longer."""
import asyncio
import functools
import random


class ServiceUnavailable(Exception):
    def __init__(self, attempt, message="service unavailable"):
        super().__init__(message)
        self.attempt = attempt

    def __str__(self):
        return f"{super().__str__()} (attempt {self.attempt})"


def retry(*exceptions, attempts=3, base=0.1, factor=2, jitter=0.0):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, attempts + 1):
                try:
                    return await function(*args, attempt=attempt, **kwargs)
                except exceptions as error:
                    if attempt == attempts:
                        raise RuntimeError(f"{function.__name__} gave up") from error
                    pause = delay + random.uniform(0, jitter)
                    print(f"  {type(error).__name__}: {error}; again in {pause:.3f} s")
                    await asyncio.sleep(pause)
                    delay *= factor
        return wrapper
    return decorate


@retry(ServiceUnavailable, TimeoutError, attempts=5, jitter=0.05)
async def fetch(url, *, attempt, fails):
    """Pretends to fetch a page."""
    await asyncio.sleep(0.2)
    if attempt <= fails:
        if attempt % 2:
            raise ServiceUnavailable(attempt)
        raise TimeoutError("too slow")
    return f"<{url}>"


async def main():
    print(fetch.__name__, "-", fetch.__doc__)
    print(await fetch("example.org/a", fails=0))
    print(await fetch("example.org/b", fails=3))
    try:
        await fetch("example.org/c", fails=9)
    except RuntimeError as error:
        print("failed:", error)
        print("because:", repr(error.__cause__))


asyncio.run(main())

"""One decorator that times plain functions and coroutines alike."""
import asyncio
import functools
import inspect
import time


def timed(function):
    if inspect.iscoroutinefunction(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return await function(*args, **kwargs)
            finally:
                report(function, args, time.perf_counter() - start)
    else:
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                report(function, args, time.perf_counter() - start)
    return wrapper


def report(function, args, seconds):
    shown = ", ".join(map(repr, args))
    print(f"{function.__qualname__}({shown}) took {seconds:0.2f} seconds")


@timed
def count_sync():
    print("One", end=" ")
    time.sleep(1)
    print("Two")


@timed
async def count_async(label):
    print("One", label)
    await asyncio.sleep(1)
    print("Two", label)


class Shop:
    @timed
    async def serve(self, customers):
        await asyncio.sleep(customers / 10)
        return self

    def __repr__(self):
        return "Shop()"


@timed
async def main():
    for _ in range(3):
        count_sync()
    await asyncio.gather(count_async("a"), count_async("b"), count_async("c"))
    print(await Shop().serve(7))


print(main, main.__wrapped__.__name__) if False else None
asyncio.run(main())
print(timed.__name__, count_sync.__name__, Shop.serve.__qualname__)

"""A decorator that gives coroutines a time limit, a default answer, and a clean-up."""
import asyncio
import functools


def limited(seconds, default=None):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            try:
                async with asyncio.timeout(seconds) as limit:
                    return await function(*args, **kwargs)
            except TimeoutError:
                if not limit.expired():
                    print("  (its own TimeoutError)")
                    raise
                return default
        return wrapper
    return decorate


@limited(1, default="nothing yet")
async def think(seconds, fail=False):
    """Thinks."""
    try:
        await asyncio.sleep(seconds)
        if fail:
            raise TimeoutError("from inside")
        return f"thought for {seconds}"
    finally:
        print(f"  stopped thinking at {asyncio.get_running_loop().time():g}")


class Robot:
    def __init__(self, name):
        self.name = name

    @limited(0.5, default="too heavy")
    async def lift(self, kilos):
        await asyncio.sleep(kilos / 10)
        return f"{self.name} lifts {kilos}"


async def main():
    print(await think(0.5))
    print(await think(5))
    try:
        await think(0.2, fail=True)
    except TimeoutError as error:
        print("passed on:", error)
    robot = Robot("R2")
    print(await robot.lift(3), "|", await robot.lift(30), "|", think.__name__, think.__doc__, asyncio.iscoroutinefunction(think))
    task = asyncio.create_task(think(9))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("a cancel is no timeout", repr(error), task.cancelled())
    print(await asyncio.gather(*(think(n / 2) for n in range(1, 4))), asyncio.get_running_loop().time())

asyncio.run(main())

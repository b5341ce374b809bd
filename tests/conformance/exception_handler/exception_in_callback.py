"""What the default handler says about a callback that fails."""
# shows: eventloop / loop.default_exception_handler / what it says of a callback
import asyncio
import functools


class Thing:
    def method(self, value):
        raise LookupError(value)


def function(*args, **kwargs):
    raise ValueError(args, kwargs)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(function, 1, "two", [3] * 10)
    loop.call_soon(Thing().method, {"a": 1})
    loop.call_soon(functools.partial(function, 1, key="word"), 2)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(1)


asyncio.run(main())

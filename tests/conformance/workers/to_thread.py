"""to_thread runs blocking calls beside the loop, with arguments, errors and context."""
# shows: task / to_thread / other tasks run meanwhile; errors and context
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="unset")


def block(name, seconds, *, fails=False):
    print(time.monotonic(), name, "begins", var.get(), threading.current_thread().name)
    time.sleep(seconds)
    print(time.monotonic(), name, "ends")
    if fails:
        raise ValueError(name)
    return name


async def ticker():
    for _ in range(4):
        print(asyncio.get_running_loop().time(), "tick")
        await asyncio.sleep(0.5)


async def main():
    var.set("main's")
    ticks = asyncio.create_task(ticker())
    print(await asyncio.gather(asyncio.to_thread(block, "a", 1), asyncio.to_thread(block, "b", 1.5)))
    try:
        await asyncio.to_thread(block, "c", 0.25, fails=True)
    except ValueError as error:
        print(repr(error))
    await ticks


asyncio.run(main())

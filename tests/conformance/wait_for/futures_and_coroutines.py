"""wait_for() takes coroutines, tasks, futures and other awaitables; ints and floats."""
# shows: task / wait_for / any awaitable; an int or a float of seconds
import asyncio


class Own:
    def __await__(self):
        yield from asyncio.sleep(1, "own").__await__()
        return "own"


async def name():
    await asyncio.sleep(1)
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "future")
    for awaitable, limit in ((name(), 2), (name(), 1.5), (asyncio.create_task(name(), name="mine"), 5), (Own(), 3),
                             (future, 0.5)):
        try:
            print(await asyncio.wait_for(awaitable, timeout=limit), loop.time())
        except TimeoutError:
            print("too late", loop.time(), future.cancelled())


asyncio.run(main())

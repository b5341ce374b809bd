"""A future of the loop, of an executor, of gather: all can be awaited."""
# shows: task / Awaitables / run_in_executor() returns a future that can be awaited, alone or in gather()
import asyncio
import time


def blocking(seconds):
    time.sleep(seconds)
    return f"{seconds} s in a thread"


async def coroutine():
    return "of a coroutine"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, blocking, 1)
    print(isinstance(future, asyncio.Future), isinstance(future, asyncio.Task), await future, loop.time())
    print(await asyncio.gather(loop.run_in_executor(None, blocking, 2), coroutine()), loop.time())


asyncio.run(main())

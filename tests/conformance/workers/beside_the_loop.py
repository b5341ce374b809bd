"""A blocking call in a thread costs no time of the loop; called directly it does."""
# shows: task / to_thread / returns a coroutine; the call takes its time beside the loop
import asyncio
import inspect
import time


def blocking():
    print("begins at", time.monotonic())
    time.sleep(1)
    print("is complete at", time.monotonic())
    return "value"


async def direct():
    return blocking()


async def main():
    loop = asyncio.get_running_loop()
    coroutine = asyncio.to_thread(blocking)
    print(inspect.iscoroutine(coroutine), inspect.iscoroutinefunction(asyncio.to_thread))
    print(await asyncio.gather(coroutine, asyncio.sleep(1)), loop.time())
    print(await asyncio.gather(direct(), asyncio.sleep(1)), loop.time())


asyncio.run(main())

"""Cancelling what awaits a call does not stop the call; a queued one is cancelled."""
import asyncio
import concurrent.futures
import time


def work(name):
    time.sleep(2)
    print(time.monotonic(), name, "ran to its end")
    return name


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        first = loop.run_in_executor(pool, work, "first")
        second = loop.run_in_executor(pool, work, "second")
        await asyncio.sleep(1)
        print(first.cancel(), second.cancel())
        print(await asyncio.gather(first, second, return_exceptions=True), loop.time())
        try:
            await asyncio.wait_for(loop.run_in_executor(pool, work, "third"), 0.5)
        except asyncio.TimeoutError:
            print(loop.time(), "too slow")
    print(loop.time())


asyncio.run(main())

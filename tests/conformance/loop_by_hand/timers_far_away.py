"""A year of sleep: so far from 0 a nanosecond is less than the clock can tell apart."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for seconds in 2**24, 365 * 24 * 3600, 1e-9, 2.5:
        before = loop.time()
        await asyncio.sleep(seconds)
        print(loop.time() - before, loop.time())


asyncio.run(main())

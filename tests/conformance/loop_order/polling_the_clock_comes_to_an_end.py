"""A loop that only watches the clock is moved on by the spin rule."""
import asyncio
import time


async def main():
    began = time.monotonic()
    readings = 0
    while time.monotonic() - began < 0.0005:
        readings += 1
    print(readings)
    polls = 0
    loop = asyncio.get_running_loop()
    end = loop.time() + 0.0005
    while loop.time() < end:
        polls += 1
        await asyncio.sleep(0)
    print(polls, loop.time())

asyncio.run(main())

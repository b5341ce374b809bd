"""All the clocks start at 0.0, time.time() at the start of 2025."""
# shows: eventloop / loop.time / a float
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), time.monotonic(), time.perf_counter())
    print(time.time())
    await asyncio.sleep(1.25)
    print(loop.time(), time.monotonic(), time.perf_counter())
    print(time.time(), time.time_ns(), time.monotonic_ns())

asyncio.run(main())

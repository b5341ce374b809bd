# /// coroscope
# title = "Benchmark: a lock handed round"
# [cost]
# instruction = 0
# ///
"""Ten tasks take and release one lock in turn."""
import asyncio

SIZE = 100  # turns a task


async def worker(lock, turns):
    for _ in range(turns):
        async with lock:
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[worker(lock, SIZE) for _ in range(10)])


asyncio.run(main())

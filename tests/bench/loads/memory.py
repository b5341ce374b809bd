# /// coroscope
# title = "Benchmark: many suspended tasks"
# [cost]
# instruction = 0
# ///
"""Each task waits for a future of its own; the run is stopped at one second (--until) meanwhile."""
import asyncio

SIZE = 1_000  # tasks


async def waiter(loop):
    await loop.create_future()


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(waiter(loop)) for _ in range(SIZE)]
    await asyncio.sleep(2)
    await tasks[0]


asyncio.run(main())

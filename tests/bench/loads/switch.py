# /// coroscope
# title = "Benchmark: a thousand tasks that give way"
# [cost]
# instruction = 0
# ///
"""A thousand tasks give way to each other by sleep(0)."""
import asyncio

SIZE = 10  # rounds; a thousand switches each


async def worker(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(SIZE) for _ in range(1_000)])


asyncio.run(main())

# /// coroscope
# title = "Benchmark: a hundred thousand tasks that give way"
# [cost]
# instruction = 0
# ///
"""As switch.py, with a hundred thousand tasks alive."""
import asyncio

SIZE = 1  # rounds; a hundred thousand switches each


async def worker(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(SIZE) for _ in range(100_000)])


asyncio.run(main())

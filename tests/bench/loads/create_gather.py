# /// coroscope
# title = "Benchmark: tasks created and gathered"
# [cost]
# instruction = 0
# ///
"""Tasks are created and gathered, a hundred at a time."""
import asyncio

SIZE = 10  # hundreds of tasks


async def work(number):
    return number


async def main():
    for _ in range(SIZE):
        await asyncio.gather(*[work(number) for number in range(100)])


asyncio.run(main())

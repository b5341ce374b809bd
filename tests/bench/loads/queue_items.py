# /// coroscope
# title = "Benchmark: a queue between two tasks"
# [cost]
# instruction = 0
# ///
"""Items go through a bounded queue from a producer to a consumer."""
import asyncio

SIZE = 1_000  # items


async def produce(queue, items):
    for item in range(items):
        await queue.put(item)
    await queue.put(None)


async def consume(queue):
    while await queue.get() is not None:
        pass


async def main():
    queue = asyncio.Queue(maxsize=100)
    await asyncio.gather(produce(queue, SIZE), consume(queue))


asyncio.run(main())

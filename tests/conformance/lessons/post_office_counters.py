"""One queue for all counters against a queue for each: who waits longer?"""
import asyncio
import random
import statistics


async def clerk(queue, waits):
    loop = asyncio.get_running_loop()
    while True:
        arrived, takes = await queue.get()
        waits.append(loop.time() - arrived)
        await asyncio.sleep(takes)
        queue.task_done()


async def simulate(queues, clerks, customers, seed=4):
    rng, loop, waits = random.Random(seed), asyncio.get_running_loop(), []
    tasks = [asyncio.create_task(clerk(queues[i % len(queues)], waits)) for i in range(clerks)]
    for _ in range(customers):
        queue = min(queues, key=asyncio.Queue.qsize)
        queue.put_nowait((loop.time(), rng.choice([1, 2, 9])))
        await asyncio.sleep(rng.uniform(0.5, 2.5))
    await asyncio.gather(*(queue.join() for queue in queues))
    for task in tasks:
        task.cancel()
    return waits


async def main():
    for label, count in (("one queue", 1), ("three queues", 3)):
        waits = await simulate([asyncio.Queue() for _ in range(count)], 3, 25)
        print(f"{label:<13} mean {statistics.mean(waits):.2f} longest {max(waits):.2f} none {sum(w == 0 for w in waits)}")

asyncio.run(main())

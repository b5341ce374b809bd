"""A pool of workers takes jobs from a queue until the queue is joined."""
import asyncio
import random


async def worker(name, queue, finished):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        finished.append((name, delay))
        queue.task_done()
        print(f"{name} has slept for {delay:.2f} seconds")


async def main():
    queue = asyncio.Queue()
    total = 0.0
    for _ in range(12):
        delay = random.uniform(0.05, 1.0)
        total += delay
        queue.put_nowait(delay)

    finished = []
    workers = [asyncio.create_task(worker(f"worker-{i}", queue, finished))
               for i in range(3)]
    loop = asyncio.get_running_loop()
    started = loop.time()
    await queue.join()
    elapsed = loop.time() - started

    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print([type(result).__name__ for result in results])

    print("=" * 40)
    print(f"{len(workers)} workers slept in parallel for {elapsed:.2f} s")
    print(f"one alone would have needed {total:.2f} s")
    by_worker = {}
    for name, delay in finished:
        by_worker.setdefault(name, []).append(round(delay, 2))
    for name in sorted(by_worker):
        print(f"{name:>10}: {by_worker[name]}")


asyncio.run(main())

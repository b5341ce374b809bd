"""Three workers share what a queue holds; join() tells when all of it is done."""
# shows: queue / Queue / distributes work among concurrent tasks
import asyncio
import random
import time


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()
        print(f"{name} has slept for {seconds:.2f} s")


async def main():
    queue = asyncio.Queue()
    total = 0
    for _ in range(20):
        seconds = random.uniform(0.05, 1.0)
        total += seconds
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(f"worker-{n}", queue)) for n in range(3)]
    started = time.monotonic()
    await queue.join()
    took = time.monotonic() - started
    for each in workers:
        each.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(f"{took:.2f} s instead of {total:.2f} s, {queue.qsize()} left")


asyncio.run(main())

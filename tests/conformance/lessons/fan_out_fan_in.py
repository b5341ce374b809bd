"""One source, many workers, one collector: results come in any order and are put in order."""
import asyncio
import heapq


async def source(jobs, count, workers):
    for n in range(count):
        await jobs.put(n)
    for _ in range(workers):
        await jobs.put(None)


async def worker(name, jobs, results):
    done = 0
    while (n := await jobs.get()) is not None:
        await asyncio.sleep((n * 7 % 5) / 10)
        await results.put((n, n * n, name))
        done += 1
    await results.put(None)
    return done


async def in_order(results, workers):
    """Results by their number, each as soon as all before it are there."""
    heap, expected = [], 0
    while workers or heap:
        while heap and heap[0][0] == expected:
            yield heapq.heappop(heap)
            expected += 1
        if workers:
            item = await results.get()
            if item is None:
                workers -= 1
            else:
                heapq.heappush(heap, item)


async def main(count=9, workers=3):
    jobs, results = asyncio.Queue(2), asyncio.Queue()
    feeding = asyncio.create_task(source(jobs, count, workers))
    crew = [asyncio.create_task(worker(f"w{i}", jobs, results)) for i in range(workers)]
    async for number, square, name in in_order(results, workers):
        print(f"{asyncio.get_running_loop().time():.1f} {number}^2 = {square:>2} by {name}")
    await feeding
    print(dict(zip((task.get_name() for task in crew), await asyncio.gather(*crew))))

asyncio.run(main())

"""The same waiting done in order, by threads and by asyncio, timed side by side."""
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

JOBS = {"coffee": 3, "toast": 2, "eggs": 4}


def timed(label):
    def decorate(function):
        def run():
            start = time.perf_counter()
            result = function()
            print(f"{label:<22}{time.perf_counter() - start:5.1f} s  {result}")
        return run
    return decorate


def make(name):
    time.sleep(JOBS[name])
    return name


async def make_async(name):
    await asyncio.sleep(JOBS[name])
    return name


@timed("one after another")
def in_order():
    return [make(name) for name in JOBS]


@timed("threads by hand")
def by_threads():
    results = []
    threads = [threading.Thread(target=lambda n=name: results.append(make(n))) for name in JOBS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@timed("a pool of two threads")
def by_pool():
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(make, JOBS))


@timed("asyncio")
def by_asyncio():
    async def main():
        return await asyncio.gather(*map(make_async, JOBS))
    return asyncio.run(main())


@timed("asyncio that blocks")
def by_blocking():
    async def blocking(name):
        return make(name)

    async def main():
        return await asyncio.gather(*map(blocking, JOBS))
    return asyncio.run(main())


@timed("asyncio with to_thread")
def by_to_thread():
    async def main():
        return await asyncio.gather(*(asyncio.to_thread(make, name) for name in JOBS))
    return asyncio.run(main())


for run in (in_order, by_threads, by_pool, by_asyncio, by_blocking, by_to_thread):
    run()

"""The same work awaited one by one, by gather, as completed, with wait, and in a task group."""
import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} ({seconds}s)"


JOBS = [("slow", 3), ("quick", 1), ("middle", 2)]


async def one_by_one():
    return [await fetch(*job) for job in JOBS]


async def together():
    return await asyncio.gather(*(fetch(*job) for job in JOBS))


async def tasks_first():
    tasks = [asyncio.create_task(fetch(*job)) for job in JOBS]
    return [await task for task in tasks]


async def as_they_come():
    results = []
    for earliest in asyncio.as_completed([fetch(*job) for job in JOBS]):
        results.append(await earliest)
    return results


async def first_only():
    tasks = [asyncio.create_task(fetch(*job), name=job[0]) for job in JOBS]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return [task.result() for task in done], sorted(task.get_name() for task in pending)


async def with_limit():
    tasks = [asyncio.create_task(fetch(*job)) for job in JOBS]
    done, pending = await asyncio.wait(tasks, timeout=2.5)
    for task in pending:
        task.cancel()
    return len(done), len(pending)


async def group():
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(fetch(*job)) for job in JOBS]
    return [task.result() for task in tasks]


async def bounded(limit=2):
    semaphore = asyncio.Semaphore(limit)

    async def guarded(job):
        async with semaphore:
            return await fetch(*job)

    return await asyncio.gather(*map(guarded, JOBS))


async def main():
    for way in (one_by_one, together, tasks_first, as_they_come, first_only, with_limit, group, bounded):
        start = time.perf_counter()
        result = await way()
        print(f"{way.__name__:<12} {time.perf_counter() - start:.1f}s {result}")


asyncio.run(main())

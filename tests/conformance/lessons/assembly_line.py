"""Stages joined by small queues: how a slow stage makes all before it wait."""
import asyncio
import time

STOP = object()


async def stage(name, work, inbox, outbox, report):
    busy = waiting = 0.0
    while True:
        before = time.perf_counter()
        item = await inbox.get()
        waiting += time.perf_counter() - before
        if item is STOP:
            break
        await asyncio.sleep(work)
        busy += work
        before = time.perf_counter()
        await outbox.put(f"{item}>{name}")
        waiting += time.perf_counter() - before
    await outbox.put(STOP)
    report.append(f"{name:<6} busy {busy:4.1f} waiting {waiting:4.1f}")


async def line(stages, items, room):
    queues = [asyncio.Queue(room) for _ in range(len(stages) + 1)]
    report, finished = [], []
    async with asyncio.TaskGroup() as group:
        for (name, work), inbox, outbox in zip(stages.items(), queues, queues[1:]):
            group.create_task(stage(name, work, inbox, outbox, report), name=name)

        async def feed():
            for item in items:
                await queues[0].put(item)
            await queues[0].put(STOP)
        group.create_task(feed())
        while (item := await queues[-1].get()) is not STOP:
            finished.append((item, asyncio.get_running_loop().time()))
    return finished, report


async def main():
    stages = {"cut": 0.5, "paint": 2, "pack": 0.25}
    for room in (1, 0):
        start = asyncio.get_running_loop().time()
        finished, report = await line(stages, range(1, 5), room)
        print("room", room or "without end")
        print(*(f"{item} after {when - start:g}" for item, when in finished), *report, sep="\n  ")

asyncio.run(main())

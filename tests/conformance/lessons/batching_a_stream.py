"""Grouping a stream by number and by time: a batch is full, or old enough."""
import asyncio


async def readings(pauses):
    for n, pause in enumerate(pauses):
        await asyncio.sleep(pause)
        yield n


async def batches(stream, size, patience):
    """Lists of at most size items; none waits longer than patience after its first."""
    loop = asyncio.get_running_loop()
    upcoming, batch, deadline = None, [], None
    while True:
        if upcoming is None:
            upcoming = asyncio.ensure_future(anext(stream))
        limit = None if deadline is None else max(0, deadline - loop.time())
        done, _ = await asyncio.wait({upcoming}, timeout=limit)
        if done:
            try:
                item = upcoming.result()
            except StopAsyncIteration:
                break
            upcoming = None
            batch.append(item)
            deadline = deadline or loop.time() + patience
        if len(batch) == size or (batch and not done):
            yield batch, "full" if done else "old"
            batch, deadline = [], None
    if batch:
        yield batch, "last"


async def enumerate_async(stream, start=0):
    n = start
    async for item in stream:
        yield n, item
        n += 1


async def take(stream, count):
    if count:
        async for n, item in enumerate_async(stream, 1):
            yield item
            if n == count:
                return


async def main():
    stream = readings([0.1] * 5 + [3] + [0.4] * 4 + [0.1])
    async for number, (batch, why) in enumerate_async(batches(stream, 4, 1), 1):
        print(number, batch, why, f"{asyncio.get_running_loop().time():.1f}")
    print([item async for item in take(readings([0] * 9), 3)], [item async for item in take(readings([1]), 0)])
    pairs = {n: item async for n, item in enumerate_async(readings([0, 0])) if item >= 0}
    print(pairs, sum([n async for n in readings([0] * 5)]), {n % 2 async for n in readings([0] * 4)})

asyncio.run(main())

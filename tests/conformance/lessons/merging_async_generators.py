"""Many asynchronous generators as one: by tasks and a queue, and by waiting for each next."""
import asyncio
from contextlib import aclosing


async def ticker(name, every, count):
    try:
        for n in range(count):
            await asyncio.sleep(every)
            yield f"{name}{n}"
    finally:
        print(f"  {name} ends")


async def merge_by_queue(*sources):
    queue, end = asyncio.Queue(), object()

    async def drain(source):
        async for item in source:
            await queue.put(item)
        await queue.put(end)

    tasks = [asyncio.create_task(drain(source)) for source in sources]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is end:
            left -= 1
        else:
            yield item


async def merge_by_next(*sources):
    nexts = {asyncio.ensure_future(anext(source)): source for source in sources}
    try:
        while nexts:
            done, _ = await asyncio.wait(nexts, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                source = nexts.pop(task)
                try:
                    yield task.result()
                except StopAsyncIteration:
                    continue
                nexts[asyncio.ensure_future(anext(source))] = source
    finally:
        for task in nexts:
            task.cancel()
        await asyncio.gather(*nexts, return_exceptions=True)


async def zipped(*sources):
    while True:
        try:
            yield tuple(await asyncio.gather(*map(anext, sources)))
        except StopAsyncIteration:
            return


async def main():
    print([item async for item in merge_by_queue(ticker("a", 1, 3), ticker("b", 1.5, 2))])
    print([item async for item in merge_by_next(ticker("c", 1, 3), ticker("d", 1.5, 2))])
    async with aclosing(merge_by_next(ticker("e", 1, 9), ticker("f", 2, 9))) as merged:
        async for item in merged:
            print(item, asyncio.get_running_loop().time())
            if item == "f0":
                break
    print([pair async for pair in zipped(ticker("g", 1, 2), ticker("h", 2, 2))])

asyncio.run(main())

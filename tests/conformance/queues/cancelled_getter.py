"""A getter that is cancelled when its item is there already wakes the next."""
import asyncio


async def getter(queue, name):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(1)
    queue.put_nowait("first")
    tasks[0].cancel()
    tasks[1].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    full = asyncio.Queue(1)
    await full.put(1)
    putters = [asyncio.create_task(full.put(n)) for n in (2, 3)]
    await asyncio.sleep(1)
    print(full.get_nowait())
    putters[0].cancel()
    print(await asyncio.gather(*putters, return_exceptions=True), full.get_nowait())

asyncio.run(main())

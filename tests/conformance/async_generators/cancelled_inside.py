"""Cancelling a task that waits inside of an asynchronous generator."""
import asyncio


async def source():
    n = 0
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled at", n)
            raise
        yield n
        n += 1


async def reader():
    async for n in source():
        print("read", n)


async def main():
    task = asyncio.create_task(reader())
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("reader is gone", task.cancelled())
    agen = source()
    task = asyncio.create_task(anext(agen))
    await asyncio.sleep(0.5)
    print(agen.ag_running, agen.ag_await is not None)
    task.cancel()
    await asyncio.wait([task])
    print(agen.ag_running, agen.ag_frame)
    try:
        await anext(agen)
    except StopAsyncIteration:
        print("ended")


asyncio.run(main())

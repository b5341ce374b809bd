"""A task that ends in the same turn in which the wait for it is cancelled."""
import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    waiting = asyncio.create_task(asyncio.wait([task]))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_at(1, waiting.cancel)
    await asyncio.sleep(2)
    print(task.done(), waiting.cancelled())


asyncio.run(main())

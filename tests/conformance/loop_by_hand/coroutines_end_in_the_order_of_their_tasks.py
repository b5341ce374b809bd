"""At the end coroutines are closed in the order of the tasks that run them, whoever waits for whom."""
import asyncio

condition = asyncio.Condition()


async def holds():
    async with condition:
        await asyncio.sleep(1)


async def first():
    for each in asyncio.as_completed([holds()]):
        await each


async def main():
    tasks.append(asyncio.create_task(first()))
    tasks.append(asyncio.create_task(first()))
    await asyncio.sleep(0.5)


tasks = []
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()

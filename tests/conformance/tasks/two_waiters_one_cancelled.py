"""Cancelling one waiter of a task cancels the task, so the other hears."""
import asyncio


async def work():
    await asyncio.sleep(5)


async def waiter(name, task):
    try:
        await task
    except asyncio.CancelledError:
        print(name, "hears", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    one = asyncio.create_task(waiter("one", task))
    two = asyncio.create_task(waiter("two", task))
    await asyncio.sleep(1)
    one.cancel("only one")
    print(await asyncio.gather(one, two, task, return_exceptions=True))

asyncio.run(main())

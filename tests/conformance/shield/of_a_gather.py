"""A shield around a gather protects all of its children."""
# shows: task / shield / around a gather
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        print("child", n)
    except asyncio.CancelledError:
        print("never printed")
        raise


async def waiter(group):
    await asyncio.shield(group)


async def main():
    group = asyncio.gather(child(2), child(3))
    task = asyncio.create_task(waiter(group))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.cancelled(), group.done())
    await group

asyncio.run(main())

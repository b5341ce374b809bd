"""A task of a group that is cancelled on its own does not end the group."""
# shows: task / TaskGroup / a task that is cancelled, or raises CancelledError, fails nobody else
import asyncio


async def cancels_itself():
    raise asyncio.CancelledError("by itself")


async def long():
    await asyncio.sleep(2)
    return "long"


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(cancels_itself())
        b = group.create_task(long())
        c = group.create_task(long())
        await asyncio.sleep(1)
        print(a.cancelled(), b.done())
        c.cancel()
    print(a.cancelled(), b.result(), c.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())

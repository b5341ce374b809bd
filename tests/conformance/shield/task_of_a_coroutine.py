"""A shielded coroutine becomes a task, which goes on when the one that waits is cancelled."""
# shows: task / shield / a coroutine is made a task; awaiting the shield is as awaiting the task
import asyncio


async def inner():
    print("in", asyncio.current_task().get_name())
    await asyncio.sleep(2)
    print("finished", asyncio.get_running_loop().time())
    return "value"


async def outer():
    return await asyncio.shield(inner())


async def main():
    print(await outer())
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(0)
    print(task.cancelled(), len(asyncio.all_tasks()))
    await asyncio.sleep(2)
    print(len(asyncio.all_tasks()))


asyncio.run(main())

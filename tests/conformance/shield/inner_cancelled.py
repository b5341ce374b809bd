"""Cancelling the inner task cancels the shield and its awaiter."""
import asyncio


async def inner():
    await asyncio.sleep(5)


async def main():
    task = asyncio.create_task(inner())
    asyncio.get_running_loop().call_later(1, task.cancel, "inside")
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print(error.args, asyncio.get_running_loop().time())
    print(task.cancelled(), asyncio.current_task().cancelling())

asyncio.run(main())

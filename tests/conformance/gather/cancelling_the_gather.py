"""Cancelling the task that awaits a gather cancels all children."""
# shows: task / gather / cancelling it cancels all that are not done
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def parent():
    try:
        await asyncio.gather(child("a"), child("b"))
    except asyncio.CancelledError as error:
        print("parent", error.args)
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("enough")
    print(await asyncio.gather(task, return_exceptions=True))

asyncio.run(main())

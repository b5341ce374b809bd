"""Cancelling who awaits a shield leaves the inner task running."""
# shows: task / shield / the caller's cancel does not reach the task
import asyncio


async def inner():
    await asyncio.sleep(3)
    print("inner finished")
    return "kept"


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("outer cancelled", task.done())
        raise


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.sleep(0)
    print(waiting.cancelled(), await task)

asyncio.run(main())

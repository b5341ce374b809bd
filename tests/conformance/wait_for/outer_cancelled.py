"""Cancelling who waits cancels the inner task, and waits for it."""
# shows: task / wait_for / if the wait is cancelled, so is what it waits for
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        print("work ended", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(asyncio.wait_for(work(), 5))
    await asyncio.sleep(2)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, asyncio.get_running_loop().time())

asyncio.run(main())

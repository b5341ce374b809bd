"""cancel() returns at once; the error arrives at the await."""
# shows: task / Task.cancel / CancelledError is thrown in at the next step
import asyncio


async def child():
    try:
        print("child sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child is told")
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees it", task.cancelled())
    print(task.cancel())

asyncio.run(main())

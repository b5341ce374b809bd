"""Cancelling a future cancels the task that awaits it."""
import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("waiter", error.args, asyncio.current_task().cancelling())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future.cancel("bye"), future.cancel("again"))
    await asyncio.sleep(0)
    print(future.cancelled(), task.cancelled())

asyncio.run(main())

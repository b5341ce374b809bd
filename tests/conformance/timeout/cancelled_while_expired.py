"""Cancelled from outside at the very moment of expiry: cancel wins."""
import asyncio


async def work():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout")
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, task.cancel)
    await asyncio.wait_for(asyncio.sleep(2), 3)
    print(task.done(), task.cancelled())

asyncio.run(main())

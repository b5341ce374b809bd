"""Clean-up may take time while the cancellation is under way."""
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("closing")
        await asyncio.sleep(2)
        print("closed")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at", loop.time())

asyncio.run(main())

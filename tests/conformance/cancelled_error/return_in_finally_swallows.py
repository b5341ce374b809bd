"""return in finally drops the CancelledError."""
import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    finally:
        return "swallowed"


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())

asyncio.run(main())

"""Shielding what is done gives it back."""
import asyncio


async def work():
    return 3


async def main():
    task = asyncio.create_task(work())
    await task
    print(asyncio.shield(task) is task)
    pending = asyncio.get_running_loop().create_future()
    print(asyncio.shield(pending) is pending)

asyncio.run(main())

"""A cancelled task cancels the future that it awaits."""
import asyncio


async def waiter(future):
    await future


async def main():
    future = asyncio.get_running_loop().create_future()
    one = asyncio.create_task(waiter(future))
    two = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    one.cancel()
    print("future cancelled at once:", future.cancelled())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(one.cancelled(), two.cancelled())

asyncio.run(main())

"""Cancelled after its sleep ended but before it ran: cancelled still."""
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(1)
        print("never printed")
    except asyncio.CancelledError:
        print("cancelled all the same")


async def main():
    future = asyncio.get_running_loop().create_future()

    async def waiter():
        try:
            print("got", await future)
        except asyncio.CancelledError:
            print("lost the result")

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    future.set_result(1)
    task.cancel()
    await task
    other = asyncio.create_task(sleeper())
    asyncio.get_running_loop().call_later(1, lambda: other.cancel())
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    await other

asyncio.run(main())

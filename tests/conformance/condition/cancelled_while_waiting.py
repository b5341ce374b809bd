"""A cancelled waiter takes the lock again before it ends, and waits for that."""
# shows: sync / Condition.wait / cancelled, it takes the lock again first
import asyncio


async def waiter(condition, number):
    async with condition:
        try:
            await condition.wait()
            print(number, "notified")
        except asyncio.CancelledError as error:
            print(asyncio.get_running_loop().time(), number, "cancelled", condition.locked(), repr(error))
            raise


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, i)) for i in range(3)]
    await asyncio.sleep(1)
    await condition.acquire()
    tasks[1].cancel("first")
    await asyncio.sleep(1)
    tasks[1].cancel("second")
    tasks[2].cancel()
    await asyncio.sleep(1)
    condition.notify(5)
    condition.release()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())

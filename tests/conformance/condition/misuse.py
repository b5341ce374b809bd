"""The lock must be held; another lock can be shared."""
# shows: sync / Condition.notify / not without the lock
import asyncio


async def main():
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)
    for attempt in (condition.notify, condition.notify_all, condition.release):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    async with lock:
        condition.notify()
        print(condition.locked(), lock.locked())
    for wrong in (5,):
        try:
            asyncio.Condition(wrong)
        except AttributeError as error:
            print(error)
    async with condition as entered:
        print(entered)
        try:
            await asyncio.wait_for(condition.wait(), 1)
        except asyncio.TimeoutError:
            print("no notification", lock.locked())


asyncio.run(main())

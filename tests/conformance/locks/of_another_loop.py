"""A lock that was waited for in one loop is of no use in another."""
# shows: sync / Lock / bound to the loop where somebody first waited for it
import asyncio

lock = asyncio.Lock()


async def main():
    if lock.locked():
        lock.release()
    async with lock:
        task = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(task.done())

for _ in range(2):
    try:
        asyncio.run(main())
    except RuntimeError as error:
        print("bound to a different event loop" in str(error))

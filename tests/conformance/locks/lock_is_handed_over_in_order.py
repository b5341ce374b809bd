"""Those who wait for a lock get it in the order in which they came."""
# shows: sync / Lock.acquire / fair
import asyncio


async def user(lock, name):
    async with lock:
        print(name, "has it", asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[user(lock, name) for name in "abc"])
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())

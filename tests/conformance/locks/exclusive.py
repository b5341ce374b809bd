"""A lock keeps a read and the write that depends on it together; without it updates are lost."""
# shows: sync / Lock / exclusive access to what is shared
# shows: sync / Lock / acquire() and release() by hand
import asyncio


async def update(shared, lock):
    if lock:
        await lock.acquire()
    try:
        value = shared["value"]
        await asyncio.sleep(1)
        shared["value"] = value + 1
    finally:
        if lock:
            lock.release()


async def main():
    for lock in (None, asyncio.Lock()):
        shared = {"value": 0}
        await asyncio.gather(*[update(shared, lock) for _ in range(3)])
        print(shared, asyncio.get_running_loop().time())


asyncio.run(main())

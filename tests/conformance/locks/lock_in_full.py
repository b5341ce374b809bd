"""A lock's methods, its repr, and what it refuses."""
# shows: sync / Lock / async with is acquire() and release() in a finally
# shows: sync / Lock.acquire / True, at once when it is free; fair: first come, first served
# shows: sync / Lock.release / RuntimeError where it is not locked
# shows: sync / Lock.locked / whether it is held
# shows: sync / Lock / `with lock` and `await lock` are no more
import asyncio


def shape(thing):
    return repr(thing).split(" ", 4)[-1]


async def worker(name, lock, seconds):
    async with lock:
        print(name, "in", asyncio.get_running_loop().time())
        await asyncio.sleep(seconds)
    print(name, "out", lock.locked())


async def main():
    lock = asyncio.Lock()
    print(shape(lock), lock.locked(), await lock.acquire(), lock.locked(), shape(lock))
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(shape(lock), lock.release(), shape(lock), lock.locked())
    print(await waiting, lock.locked(), shape(lock))
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await asyncio.gather(*[worker(name, lock, 1) for name in "abc"])
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print("released:", not lock.locked())
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    try:
        await lock
    except TypeError as error:
        print(error)
    async with lock as nothing:
        print(nothing)
    try:
        asyncio.Lock(loop=None)
    except TypeError as error:
        print(error)


asyncio.run(main())

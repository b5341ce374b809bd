"""A free lock is taken at once, a taken one in turn; with and without `async with`."""
import asyncio


class Loud(asyncio.Lock):
    async def acquire(self):
        print("acquire of the subclass")
        return await super().acquire()


async def enter(name, lock, log):
    log.append(f"{name} asks")
    async with lock as got:
        log.append(f"{name} has it, {got}")
        await asyncio.sleep(0)
    log.append(f"{name} left")


async def turns(lock):
    log = []
    await asyncio.gather(*(enter(name, lock, log) for name in "abc"))
    print(log)


async def errors():
    lock = asyncio.Lock()
    try:
        async with lock:
            lock.release()
    except RuntimeError as error:
        print(error)
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError as error:
        print(repr(error), lock.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        async with bounded:
            bounded.release()
    except ValueError as error:
        print(error)
    try:
        async with asyncio.Event():
            pass
    except TypeError as error:
        print(error)


async def by_call():
    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()
    acquire = lock.acquire
    print(await acquire(), lock.locked(), await semaphore.acquire(), semaphore.locked())
    pending = semaphore.acquire()
    print(semaphore._value, await pending, semaphore._value)
    event.set()
    print(await event.wait(), await lock.__aexit__(None, None, None), lock.locked())
    print(await lock.__aenter__(), lock.locked())
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    lock.release()
    print(await lock.acquire(), waiting.cancelled())
    lock.acquire()


async def main():
    await turns(asyncio.Lock())
    await turns(asyncio.Semaphore(2))
    await errors()
    await by_call()
    loud = Loud()
    print(await loud.acquire(), loud.locked())


asyncio.run(main())

"""A semaphore counts; a bounded one not beyond its start."""
# shows: sync / Semaphore / ValueError for a start below 0
# shows: sync / Semaphore.acquire / True, at once while the counter is above 0
# shows: sync / Semaphore.release / more of them than acquires are allowed
# shows: sync / Semaphore.locked / whether acquire() would wait
# shows: sync / BoundedSemaphore / ValueError where release() goes above the start
import asyncio


def shape(thing):
    return repr(thing).split(" ", 4)[-1]


async def worker(name, semaphore):
    async with semaphore:
        print(name, "in", asyncio.get_running_loop().time(), shape(semaphore))
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(name, semaphore) for name in "abcde"])
    print(shape(semaphore), semaphore.locked())
    semaphore.release()
    print(shape(semaphore), await semaphore.acquire(), shape(semaphore))
    print(asyncio.Semaphore().locked(), asyncio.Semaphore(0).locked(), shape(asyncio.Semaphore(0)))
    for start in (-1, -5):
        for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
            try:
                kind(start)
            except ValueError as error:
                print(error)
    bounded = asyncio.BoundedSemaphore(1)
    print(await bounded.acquire(), bounded.locked(), bounded.release(), shape(bounded))
    try:
        bounded.release()
    except ValueError as error:
        print(error, shape(bounded))
    print(isinstance(bounded, asyncio.Semaphore), issubclass(asyncio.BoundedSemaphore, asyncio.Semaphore))
    empty = asyncio.Semaphore(0)
    waiting = [asyncio.create_task(empty.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(shape(empty))
    empty.release()
    empty.release()
    print(shape(empty), empty.locked())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in waiting], shape(empty), empty.locked())
    waiting[2].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(shape(empty))


asyncio.run(main())

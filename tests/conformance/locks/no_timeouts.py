"""The methods have no timeout=; wait_for gives them one."""
# shows: sync / Lock.acquire / no timeout=, wait_for() instead
# shows: sync / Event.wait / no timeout=, wait_for() instead
# shows: sync / Condition.wait / no timeout=, wait_for() instead
# shows: sync / Semaphore.acquire / no timeout=, wait_for() instead
# shows: sync / Barrier.wait / no timeout=, wait_for() instead
# shows: queue / Queue.get / no timeout=, wait_for() instead
# shows: queue / Queue.put / no timeout=, wait_for() instead
import asyncio


async def main():
    lock, condition, queue = asyncio.Lock(), asyncio.Condition(), asyncio.Queue(1)
    await lock.acquire()
    await condition.acquire()
    queue.put_nowait(1)
    for method, *given in ((lock.acquire,), (asyncio.Event().wait,), (condition.wait,), (asyncio.Semaphore(0).acquire,),
                           (asyncio.Barrier(2).wait,), (asyncio.Queue().get,), (queue.put, 2)):
        try:
            method(*given, timeout=1)
        except TypeError:
            print("no timeout=", end=" ")
        try:
            await asyncio.wait_for(method(*given), timeout=1)
        except TimeoutError:
            print("timed out at", asyncio.get_running_loop().time())


asyncio.run(main())

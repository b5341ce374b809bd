# What lessons on how asyncio works look at: the attributes in which its classes keep their state.
import asyncio


def done(future):
    pass


async def take(lock):
    async with lock:
        pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future._callbacks, future._result, future._exception)
    future.add_done_callback(done)
    print([(callback.__name__, type(context).__name__) for callback, context in future._callbacks])

    print(len(loop._ready), loop._scheduled, loop._closed, loop._stopping, loop._debug)
    loop.call_soon(print, "soon")
    timer = loop.call_later(1, print, "later")
    print(len(loop._ready), loop._ready[0]._callback, loop._ready[0]._args)
    print(loop._scheduled[0] is timer, len(loop._scheduled), timer._when, timer._scheduled)
    timer.cancel()

    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded = asyncio.Semaphore(0), asyncio.BoundedSemaphore(2)
    print(lock._waiters, event._waiters, condition._waiters, semaphore._waiters, bounded._bound_value)
    await lock.acquire()
    waiting = [asyncio.create_task(take(lock)), asyncio.create_task(event.wait()),
               asyncio.create_task(semaphore.acquire())]
    await asyncio.sleep(0)
    for each in lock, event, semaphore:
        print(type(each._waiters).__name__, each._waiters)
    lock.release()
    event.set()
    semaphore.release()
    await asyncio.wait(waiting)
    print(lock._waiters, event._waiters, semaphore._waiters)

    queue = asyncio.Queue(1)
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue._maxsize, len(queue._getters), queue._putters, queue._unfinished_tasks)
    getting.cancel()
    barrier = asyncio.Barrier(2)
    print(barrier._parties, barrier._count, getting._must_cancel, getting._log_destroy_pending)
    print([child is getting for child in asyncio.gather(getting, return_exceptions=True)._children])


asyncio.run(main())

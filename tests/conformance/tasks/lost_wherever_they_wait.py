# A task that only what it waits for knows is lost to a collection, wherever it waits; its finally clauses run.
import asyncio
import gc


async def event():
    await asyncio.Event().wait()


async def queue():
    await asyncio.Queue().get()


async def full_queue():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    await queue.put(2)


async def join():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await queue.join()


async def lock():
    lock = asyncio.Lock()
    await lock.acquire()
    async with lock:
        pass


async def semaphore():
    await asyncio.Semaphore(0).acquire()


async def condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def predicate():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(lambda: False)


async def barrier():
    await asyncio.Barrier(2).wait()


async def future():
    await asyncio.get_running_loop().create_future()


async def gathered():
    await asyncio.gather(future(), future())


async def shielded():
    await asyncio.shield(future())


async def no_limit():
    await asyncio.wait_for(future(), None)


async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(future())


async def inner():
    try:
        await future()
    finally:
        print('closed')


async def chain():
    await inner()


async def generator():
    yield 1
    await future()


async def iterating():
    async for each in generator():
        pass


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    for waits in (event, queue, full_queue, join, lock, semaphore, condition, predicate, barrier, future, gathered,
                  shielded, no_limit, group, chain, iterating):
        asyncio.create_task(waits(), name=waits.__name__)
        await asyncio.sleep(1)
        print(waits.__name__, len(asyncio.all_tasks()))
        gc.collect()
        await asyncio.sleep(1)
        print(len(asyncio.all_tasks()))


asyncio.run(main())

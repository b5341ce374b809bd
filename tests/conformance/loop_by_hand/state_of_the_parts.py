# What lessons look at from outside: the private state of groups, limits, barriers, queues, runners,
# loops and executors, as long as it is only looked at.
import asyncio
import concurrent.futures
import threading
import time


async def agen():
    yield 1


async def in_group():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(0))
        print(group._tasks == {task}, group._errors, group._parent_task is asyncio.current_task())
        print(group._entered, group._exiting, group._aborting, group._on_completed_fut)
    print(group._tasks, group._exiting, group._base_error, group._parent_cancel_requested)


async def limits():
    limit = asyncio.timeout(1)
    print(limit._state, limit._when, limit._task, limit._timeout_handler)
    try:
        async with limit:
            print(limit._state, limit._when, limit._task is asyncio.current_task(), limit._timeout_handler is not None)
            await asyncio.sleep(2)
    except TimeoutError:
        print(repr(limit._state), limit._timeout_handler)


async def queues():
    for kind in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        queue = kind()
        for item in 3, 1, 2:
            queue.put_nowait(item)
        print(queue._queue, len(queue._queue), queue._queue[0], queue._loop, type(queue._queue).__name__)


async def main():
    loop = asyncio.get_running_loop()
    print(loop._thread_id == threading.get_ident(), loop._exception_handler, loop._task_factory)
    generator = agen()
    await anext(generator)
    print(list(loop._asyncgens) == [generator])
    await generator.aclose()
    await in_group()
    await limits()
    await queues()
    barrier = asyncio.Barrier(2)
    print(barrier._state, type(barrier._cond).__name__)
    await barrier.abort()
    print(repr(barrier._state))
    lock = asyncio.Lock()
    print(lock._loop)
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock._loop is loop)
    waiting.cancel()


with asyncio.Runner() as runner:
    print(runner._state, runner._loop)
    runner.run(main())
    print(repr(runner._state), runner._loop is runner.get_loop(), runner._loop._thread_id)
print(runner._state, runner._loop)

with concurrent.futures.ThreadPoolExecutor(1, "pool") as executor:
    calls = [executor.submit(time.sleep, 1) for _ in range(3)]
    time.sleep(0.5)
    print(executor._work_queue.qsize(), executor._thread_name_prefix, [call._state for call in calls])
    calls[2].cancel()
print([call._state for call in calls])
thread = threading.Thread(target=print)
print(thread._ident, thread._is_stopped)
print(type(threading.Event()._cond).__name__, type(threading.Semaphore()._cond).__name__)

"""What lessons on the inside of asyncio look at."""
import asyncio


async def work():
    await asyncio.sleep(1)
    return 5


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future._result, future._exception, future._log_traceback, future._cancel_message, future._state)
    future.set_exception(KeyError(1))
    print(repr(future._exception), future._log_traceback)
    future.exception()
    print(future._log_traceback, future._result)
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task._must_cancel, type(task._fut_waiter).__name__, task._coro.__name__, await task, task._result)
    gone = loop.create_future()
    gone.cancel("enough")
    print(gone._cancel_message, gone._state)
    handle = loop.call_at(loop.time() + 1, print, "x", 1)
    print(handle._callback, handle._args, handle._cancelled, handle._when == handle.when())
    handle.cancel()
    print(handle._callback, handle._args, handle._cancelled)
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    async with lock:
        event.set()
        await queue.put(1)
        print(lock._locked, event._value, queue._unfinished_tasks)
    queue.get_nowait()
    queue.task_done()
    event.clear()
    print(lock._locked, event._value, queue._unfinished_tasks)


asyncio.run(main())

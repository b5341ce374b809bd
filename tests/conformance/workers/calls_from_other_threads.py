"""call_soon_threadsafe and run_coroutine_threadsafe from a worker thread."""
# shows: eventloop / loop.call_soon_threadsafe / wakes the loop from another thread; RuntimeError once closed
# shows: task / run_coroutine_threadsafe / a concurrent future: result, exception, timeout, cancel
# shows: dev / Concurrency and Multithreading / futures are touched through call_soon_threadsafe
import asyncio
import concurrent.futures
import threading
import time


async def answer(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


def thread(loop, future):
    time.sleep(1)
    loop.call_soon_threadsafe(future.set_result, "set from a thread")
    one = asyncio.run_coroutine_threadsafe(answer(1), loop)
    print(type(one).__module__, type(one).__name__, one.result(timeout=5), loop.time())
    try:
        asyncio.run_coroutine_threadsafe(answer(2), loop).result()
    except ValueError as error:
        print(repr(error))
    three = asyncio.run_coroutine_threadsafe(answer(3), loop)
    try:
        three.result(timeout=1)
    except TimeoutError as error:
        print("too long", repr(error), three.cancel(), three.cancelled())
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as error:
        print(error)
    print("thread ends", loop.time())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    other = threading.Thread(target=thread, args=(loop, future))
    other.start()
    print(await future, loop.time())
    await asyncio.to_thread(other.join)
    print(len(asyncio.all_tasks()), loop.time())
    return loop


loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
coroutine = answer(1)
try:
    asyncio.run_coroutine_threadsafe(coroutine, loop)
except RuntimeError as error:
    print(error)
coroutine.close()

"""From a thread to the loop: call_soon_threadsafe, run_coroutine_threadsafe, and back by executors."""
import asyncio
import functools
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def sensor(loop, queue, count):
    for n in range(count):
        time.sleep(0.5)
        loop.call_soon_threadsafe(queue.put_nowait, (n, round(time.monotonic(), 1)))
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def double(n):
    await asyncio.sleep(0.2)
    if n < 0:
        raise ValueError("negative")
    return n * 2


def asks_the_loop(loop):
    future = asyncio.run_coroutine_threadsafe(double(21), loop)
    answer = future.result()
    try:
        asyncio.run_coroutine_threadsafe(double(-1), loop).result(timeout=5)
    except ValueError as error:
        return answer, str(error), threading.current_thread() is threading.main_thread()


def slow_sum(*numbers, factor=1):
    time.sleep(1)
    return sum(numbers) * factor


async def main():
    loop, queue = asyncio.get_running_loop(), asyncio.Queue()
    thread = threading.Thread(target=sensor, args=(loop, queue, 3))
    thread.start()
    while (item := await queue.get()) is not None:
        print("from the thread:", item)
    thread.join()
    print(await asyncio.to_thread(asks_the_loop, loop))

    with ThreadPoolExecutor(2) as pool:
        jobs = [loop.run_in_executor(pool, slow_sum, n, n + 1) for n in range(3)]
        jobs.append(loop.run_in_executor(None, functools.partial(slow_sum, 1, 2, factor=10)))
        print(await asyncio.gather(*jobs), round(loop.time(), 1))
    wrapped = asyncio.wrap_future(ThreadPoolExecutor(1).submit(slow_sum, 5))
    print(await wrapped, type(wrapped).__name__)
    done = await asyncio.gather(asyncio.to_thread(slow_sum, "x"), return_exceptions=True)
    print(repr(done[0]))
    try:
        await asyncio.wait_for(asyncio.to_thread(slow_sum, 1), 0.3)
    except TimeoutError:
        print("the loop stops waiting; the thread goes on")

asyncio.run(main())

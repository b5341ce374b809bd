"""A loop in a thread of its own, given coroutines from the main thread."""
# shows: task / run_coroutine_threadsafe / into a loop that runs in another thread
import asyncio
import concurrent.futures
import threading
import time


async def work(delay):
    print(time.monotonic(), "work", delay, threading.current_thread().name)
    await asyncio.sleep(delay)
    if delay == 2:
        raise ValueError("two")
    return delay


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop thread")
thread.start()
first = asyncio.run_coroutine_threadsafe(work(1), loop)
second = asyncio.run_coroutine_threadsafe(work(2), loop)
third = asyncio.run_coroutine_threadsafe(work(5), loop)
print(first.result(), time.monotonic())
try:
    second.result()
except ValueError as error:
    print(repr(error), time.monotonic())
try:
    third.result(timeout=0.5)
except concurrent.futures.TimeoutError:
    print("cancel", third.cancel(), time.monotonic())
loop.call_soon_threadsafe(lambda: print("in", threading.current_thread().name))
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as error:
    print(error)
time.sleep(0.1)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(thread.is_alive(), time.monotonic())

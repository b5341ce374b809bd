"""From another thread a future is cancelled by call_soon_threadsafe(future.cancel)."""
# shows: dev / Concurrency and Multithreading / call_soon_threadsafe(future.cancel)
# shows: dev / Concurrency and Multithreading / run_coroutine_threadsafe(), its result awaited in the thread
# shows: eventloop / loop.call_soon_threadsafe / context= as with call_soon
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="unset")


async def answer():
    return await asyncio.sleep(1, 42)


def thread(loop, future, context):
    time.sleep(1)
    loop.call_soon_threadsafe(future.cancel)
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result(), time.monotonic())
    loop.call_soon_threadsafe(lambda: print("in the loop's thread", threading.current_thread().name, var.get()))
    loop.call_soon_threadsafe(lambda: print("in the context given", var.get()), context=context)


async def main():
    loop = asyncio.get_running_loop()
    var.set("main's")
    future = loop.create_future()
    running = loop.run_in_executor(None, thread, loop, future, contextvars.copy_context())
    try:
        await future
    except asyncio.CancelledError:
        print("cancelled at", loop.time())
    await running
    await asyncio.sleep(0)


asyncio.run(main())

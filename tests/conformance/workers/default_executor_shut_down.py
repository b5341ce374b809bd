"""The default executor: set, used, shut down."""
# shows: eventloop / loop.run_in_executor / the default executor for None; returns a future; partial for keywords
# shows: eventloop / loop.set_default_executor / a ThreadPoolExecutor and nothing else
# shows: eventloop / loop.shutdown_default_executor / waits for its threads; RuntimeError for later calls
# shows: task / to_thread / func(*args, **kwargs) in a thread, with the current context
import asyncio
import concurrent.futures
import contextvars
import functools
import threading
import time

var = contextvars.ContextVar("var", default="none")


def work(seconds, *, name="nobody"):
    time.sleep(seconds)
    return name, var.get(), threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    future = loop.run_in_executor(None, functools.partial(work, 1, name="partial"))
    print(asyncio.isfuture(future), await future, await asyncio.to_thread(work, 1, name="to_thread"))
    for wrong in (5, None, concurrent.futures.ThreadPoolExecutor):
        try:
            loop.set_default_executor(wrong)
        except TypeError as error:
            print(error)
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1, "single"))
    late = loop.run_in_executor(None, work, 3)
    await loop.shutdown_default_executor()
    print(loop.time(), late.done())
    for call in (lambda: loop.run_in_executor(None, work, 1), lambda: asyncio.to_thread(work, 1)):
        try:
            await call()
        except RuntimeError as error:
            print(error)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        print(await loop.run_in_executor(pool, work, 1), loop.time())


asyncio.run(main())

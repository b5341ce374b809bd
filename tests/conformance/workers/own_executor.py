"""run_in_executor with executors of one's own, used after the loop as well."""
# shows: eventloop / loop.run_in_executor / executors of one's own
import asyncio
import concurrent.futures
import threading
import time


def work(number):
    time.sleep(number)
    return number, threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2, thread_name_prefix="mine") as pool:
        for result in await asyncio.gather(*[loop.run_in_executor(pool, work, n) for n in (3, 1, 1)]):
            print(loop.time(), result)
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1))
    print(await asyncio.gather(asyncio.to_thread(work, 1), asyncio.to_thread(work, 1)), loop.time())
    try:
        loop.set_default_executor(5)
    except TypeError as error:
        print(error)
    try:
        await loop.run_in_executor(pool, work, 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
with concurrent.futures.ThreadPoolExecutor() as pool:
    print(list(pool.map(work, [1, 2, 1])), time.monotonic())

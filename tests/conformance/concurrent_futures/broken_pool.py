"""Where the initializer fails the pool is broken: for what waits, and for what comes."""
# shows: concurrent.futures / ThreadPoolExecutor / BrokenThreadPool where the initializer fails
# shows: concurrent.futures / BrokenExecutor / a RuntimeError
# shows: concurrent.futures / BrokenThreadPool / a BrokenExecutor
import concurrent.futures as cf
import concurrent.futures.thread
import logging
import time

logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL)


def prepare(word):
    time.sleep(1)
    raise ValueError(word)


print(cf.thread.BrokenThreadPool.__mro__[1:3], cf.BrokenExecutor.__mro__[1])
with cf.ThreadPoolExecutor(1, initializer=prepare, initargs=("no",)) as pool:
    futures = [pool.submit(print, "never") for _ in range(2)]
    for future in futures:
        try:
            future.result()
        except cf.BrokenExecutor as error:
            print(type(error).__name__, error, time.monotonic())
    try:
        pool.submit(print, "never")
    except cf.thread.BrokenThreadPool as error:
        print(error)

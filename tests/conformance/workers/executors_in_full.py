"""submit, map, shutdown: of a pool of threads, without a loop."""
# shows: concurrent.futures / Executor.submit / a future of the call; RuntimeError after shutdown
# shows: concurrent.futures / Executor.map / results in the order of the arguments; timeout=; errors where their turn comes
# shows: concurrent.futures / Executor.shutdown / wait=, cancel_futures=; the with statement waits
# shows: concurrent.futures / ThreadPoolExecutor / max_workers, thread_name_prefix, initializer
import concurrent.futures as cf
import threading
import time


def work(n, *more, **keywords):
    time.sleep(n)
    return n, more, keywords, threading.current_thread().name


def prepare(word):
    print("prepared", word, threading.current_thread().name)


with cf.ThreadPoolExecutor(2, "mine", prepare, ("word",)) as pool:
    first = pool.submit(work, 2, "more", key=1)
    print(first.result(), time.monotonic())
    for result in pool.map(work, [3, 1, 2], "abc"):
        print(result, time.monotonic())
    try:
        for result in pool.map(work, [1, 9, 1], timeout=2):
            print(result, time.monotonic())
    except TimeoutError as error:
        print(repr(error), time.monotonic())
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error, time.monotonic())
pool = cf.ThreadPoolExecutor(1)
futures = [pool.submit(work, n) for n in (1, 2, 3)]
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures], time.monotonic())
pool.shutdown(wait=True)
print([future.done() for future in futures], time.monotonic())
for wrong in (0, -1):
    try:
        cf.ThreadPoolExecutor(wrong)
    except ValueError as error:
        print(error)

"""concurrent.futures.wait and as_completed."""
# shows: concurrent.futures / wait / done and not_done by FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, timeout=
# shows: concurrent.futures / as_completed / in the order of completion, each once
import concurrent.futures as cf
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise KeyError(n)
    return n


with cf.ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, n) for n in (3, 2, 1, 5)]
    for condition in (cf.FIRST_COMPLETED, cf.FIRST_EXCEPTION):
        result = cf.wait(futures, return_when=condition)
        print(condition, type(result).__name__, len(result.done), len(result.not_done), time.monotonic())
    done, not_done = cf.wait(futures, timeout=0.5)
    print(len(done), len(not_done), time.monotonic())
    done, not_done = cf.wait(futures)
    print(len(done), len(not_done), time.monotonic())
    futures = [pool.submit(work, n) for n in (3, 1, 4)]
    for future in cf.as_completed(futures + futures, timeout=9):
        print(future.result(), time.monotonic())
    print([f.done() for f in cf.as_completed(futures)], time.monotonic())

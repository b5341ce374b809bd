"""submit, map, as_completed, wait, cancel and callbacks of a pool without a loop."""
# shows: concurrent.futures / Executor.submit / a pool without a loop
import concurrent.futures as cf
import time


def work(seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise ValueError("two")
    return seconds * 10


with cf.ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, n) for n in (3, 1, 2, 4)]
    print([f.running() for f in futures], [f.done() for f in futures])
    futures[1].add_done_callback(lambda f: print(time.monotonic(), "callback", f.result()))
    print(futures[3].cancel(), futures[3].cancelled(), futures[0].cancel())
    for future in cf.as_completed(futures):
        if future.cancelled():
            print("cancelled")
        else:
            print(time.monotonic(), future.exception() or future.result())
    try:
        futures[3].result()
    except cf.CancelledError as error:
        print(repr(error))
    futures = [pool.submit(work, n) for n in (1, 2, 1)]
    for when in (cf.FIRST_COMPLETED, cf.FIRST_EXCEPTION, cf.ALL_COMPLETED):
        done, pending = cf.wait(futures, return_when=when)
        print(time.monotonic(), when, len(done), len(pending))
    future = pool.submit(work, 3)
    try:
        future.result(timeout=1)
    except cf.TimeoutError as error:
        print(time.monotonic(), repr(error))
    print(list(pool.map(work, [1, 3])), time.monotonic())
    try:
        for each in pool.map(work, [1, 2]):
            print(each)
    except ValueError as error:
        print(repr(error))
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
print(time.monotonic())

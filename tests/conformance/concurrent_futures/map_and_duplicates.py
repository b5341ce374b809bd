"""map() reads its iterables at once; wait() and as_completed() give a future that comes twice once."""
# shows: concurrent.futures / Executor.map / the iterables are read at once, not as results are asked for
# shows: concurrent.futures / wait / duplicates count once; done and not_done are sets
# shows: concurrent.futures / as_completed / those done come first, duplicates once
import concurrent.futures as cf
import time


def numbers():
    for n in (2, 1):
        print("read", n)
        yield n


with cf.ThreadPoolExecutor() as pool:
    results = pool.map(time.sleep, numbers())
    print("mapped", time.monotonic())
    print(list(results), time.monotonic())
    futures = [pool.submit(time.sleep, n) for n in (1, 5)]
    result = cf.wait([*futures, *futures], timeout=2)
    print(len(result.done), len(result.not_done), time.monotonic())
    for future in cf.as_completed([*futures, futures[0]]):
        print(future is futures[0], time.monotonic())

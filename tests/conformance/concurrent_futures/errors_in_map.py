"""An error of a mapped call is raised where its turn comes; a late __next__ finds the time up."""
# shows: concurrent.futures / Executor.map / timeout= counts from the call of map(); TimeoutError from __next__
# shows: concurrent.futures / as_completed / TimeoutError from __next__ when the time is up
import concurrent.futures as cf
import time


def work(n):
    time.sleep(n)
    return 6 / (n - 1)


with cf.ThreadPoolExecutor() as pool:
    results = pool.map(work, [0, 1, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(repr(error), list(results))
    results = pool.map(work, [0, 2, 4], timeout=3)
    time.sleep(2.5)
    print(next(results), next(results), time.monotonic())
    try:
        next(results)
    except TimeoutError as error:
        print(repr(error), time.monotonic())
    futures = [pool.submit(work, 3), pool.submit(work, 9)]
    results = cf.as_completed(iter(futures), timeout=4.0)
    time.sleep(3.5)
    print(next(results).result(), time.monotonic())
    time.sleep(4.5)
    try:
        next(results)
    except TimeoutError as error:
        print(repr(error), time.monotonic())

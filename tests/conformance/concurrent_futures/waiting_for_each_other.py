"""Two calls in a pool that wait for each other's results wait for ever."""
# shows: concurrent.futures / ThreadPoolExecutor / calls that wait for each other's futures are a deadlock
import concurrent.futures as cf
import time


def wait_for_second():
    time.sleep(1)
    print("waits for the second")
    return second.result()


def wait_for_first():
    time.sleep(1)
    print("waits for the first")
    return first.result()


pool = cf.ThreadPoolExecutor(2)
first = pool.submit(wait_for_second)
second = pool.submit(wait_for_first)

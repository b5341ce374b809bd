# The threads of an executor that is dropped without shutdown() do what they were given, and end.
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor


def work(seconds):
    time.sleep(seconds)
    return seconds


pool = ThreadPoolExecutor(3)
futures = [pool.submit(work, seconds) for seconds in (0.1, 0.2, 0.3)]
threads = list(pool._threads)
print(sorted(future.result() for future in futures))
print([thread.is_alive() for thread in threads], threading.active_count())
gone = weakref.ref(pool)
pool = None
time.sleep(0.1)
print(gone() is None, [thread.is_alive() for thread in threads], threading.active_count())

late = ThreadPoolExecutor(1).submit(work, 0.5)
print(late.result())
time.sleep(0.1)
print(threading.active_count())

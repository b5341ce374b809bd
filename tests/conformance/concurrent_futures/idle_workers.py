"""An idle worker takes the next call before a new one is started."""
# shows: concurrent.futures / ThreadPoolExecutor / idle workers are used again before new ones are started
import concurrent.futures as cf
import threading
import time


def work(seconds):
    time.sleep(seconds)
    return threading.current_thread().name


with cf.ThreadPoolExecutor(4, thread_name_prefix="worker") as pool:
    for _ in range(3):
        print(pool.submit(work, 1).result(), threading.active_count())
    print([future.result() for future in [pool.submit(work, 1) for _ in range(3)]], threading.active_count())

"""The program ends after its pools have: they are joined before what atexit was given is called."""
# shows: concurrent.futures / Executor.shutdown / wait=False returns at once; the program still waits
# shows: concurrent.futures / ThreadPoolExecutor / joined before the functions of atexit are called
import atexit
import concurrent.futures as cf
import time


def work(seconds):
    time.sleep(seconds)
    print("worked until", time.monotonic())


atexit.register(lambda: print("atexit", time.monotonic()))
pool = cf.ThreadPoolExecutor(1)
for seconds in (2, 3):
    pool.submit(work, seconds)
pool.shutdown(wait=False)
print("shut down", time.monotonic())

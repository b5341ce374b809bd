"""Callbacks of a future: in order, each with the future; an error in one is logged, the rest are called."""
# shows: concurrent.futures / Future.add_done_callback / in the order they were added; an exception is logged and ignored
# shows: concurrent.futures / Future.exception / waits, at most for timeout=; CancelledError where it was cancelled
import concurrent.futures as cf
import time


def fail(future):
    raise ValueError("in a callback")


with cf.ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 2)
    for number in range(3):
        future.add_done_callback(lambda f, n=number: print("callback", n, f.result(), time.monotonic()))
        future.add_done_callback(fail) if number == 1 else None
    try:
        future.exception(timeout=1)
    except TimeoutError as error:
        print(repr(error), time.monotonic())
    print(future.exception(), time.monotonic())
    waiting = [pool.submit(time.sleep, 1), pool.submit(time.sleep, 1)]
    waiting[1].add_done_callback(lambda f: print("cancelled", f.cancelled()))
    print(waiting[1].cancel())
    for ask in (waiting[1].exception, waiting[1].result):
        try:
            ask()
        except cf.CancelledError as error:
            print(repr(error))

"""A concurrent future in all its states."""
# shows: concurrent.futures / Future.cancel / False once it runs or is done
# shows: concurrent.futures / Future.cancelled / after a cancel
# shows: concurrent.futures / Future.running / while its call runs
# shows: concurrent.futures / Future.done / after the result, the exception, the cancel
# shows: concurrent.futures / Future.result / waits, at most for timeout=; raises what the call raised
# shows: concurrent.futures / Future.exception / the exception, or None
# shows: concurrent.futures / Future.add_done_callback / called when it is done, at once if it is
# shows: concurrent.futures / CancelledError / of a cancelled future
# shows: concurrent.futures / TimeoutError / the builtin one
# shows: concurrent.futures / InvalidStateError / a result set twice
import concurrent.futures as cf
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


def state(future):
    return future.cancelled(), future.running(), future.done()


with cf.ThreadPoolExecutor(1) as pool:
    futures = [pool.submit(work, n) for n in (3, 2, 1)]
    print([state(future) for future in futures])
    time.sleep(1)
    print([future.cancel() for future in (futures[0], futures[2])], [state(future) for future in futures])
    for future in futures:
        future.add_done_callback(lambda f: print("done", time.monotonic(), state(f)))
    try:
        futures[0].result(timeout=1)
    except cf.TimeoutError as error:
        print(repr(error), time.monotonic(), cf.TimeoutError is TimeoutError)
    for future in futures:
        for ask in (future.result, future.exception):
            try:
                print(repr(ask()), time.monotonic())
            except (ValueError, cf.CancelledError) as error:
                print("raises", repr(error), time.monotonic())
    futures[1].add_done_callback(lambda f: print("at once"))
    futures[1].add_done_callback(lambda f: 1 / 0)
own = cf.Future()
print(own.set_running_or_notify_cancel(), state(own), own.set_result(5), own.result())
for again in (lambda: own.set_result(6), lambda: own.set_exception(KeyError())):
    try:
        again()
    except cf.InvalidStateError as error:
        print(str(error).split(" <Future")[0])

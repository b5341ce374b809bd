"""concurrent.futures: submit, map, as_completed, wait, callbacks, errors and cancelling."""
import concurrent.futures as futures
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError(f"no {n} please")
    return n * n


with futures.ThreadPoolExecutor(max_workers=3) as pool:
    first = pool.submit(work, 1)
    print(first.done(), first.result(), first.done(), first.exception())
    print(list(pool.map(work, [3, 1, 0])), round(time.monotonic(), 1))
    jobs = {pool.submit(work, n): n for n in (3, 2, 1)}
    for done in futures.as_completed(jobs):
        try:
            print(jobs[done], "gives", done.result())
        except ValueError as error:
            print(jobs[done], "fails:", error)
    slow, quick = pool.submit(work, 5), pool.submit(work, 1)
    done, pending = futures.wait([slow, quick], timeout=2)
    print(quick in done, slow in pending, slow.running(), slow.cancel())
    try:
        slow.result(timeout=0.5)
    except futures.TimeoutError as error:
        print("not yet", repr(error), futures.TimeoutError is TimeoutError)
    slow.add_done_callback(lambda f: print("slow is done:", f.result()))
print("after with:", slow.done(), round(time.monotonic(), 1))

pool = futures.ThreadPoolExecutor(max_workers=1, thread_name_prefix="solo")
running, waiting = pool.submit(work, 1), pool.submit(work, 1)
print(waiting.cancel(), waiting.cancelled(), waiting.done())
try:
    waiting.result()
except futures.CancelledError as error:
    print("cancelled", repr(error))
pool.shutdown(wait=True)
try:
    pool.submit(work, 0)
except RuntimeError as error:
    print(error)
try:
    with futures.ThreadPoolExecutor() as pool:
        for result in pool.map(work, [0, 2, 3]):
            print("map gives", result)
except ValueError as error:
    print("map raises", error)
done, pending = futures.wait([running], return_when=futures.FIRST_COMPLETED)
print(len(done), len(pending), running.result())

"""shutdown with wait= and cancel_futures=: what runs is finished, the rest cancelled."""
# shows: concurrent.futures / Executor.shutdown / cancel_futures=True with wait=True: those that run are finished, the rest cancelled
# shows: concurrent.futures / Executor.map / RuntimeError after shutdown
import concurrent.futures as cf
import time

pool = cf.ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, n) for n in (2, 3, 4, 5)]
time.sleep(1)
pool.shutdown(wait=True, cancel_futures=True)
print(time.monotonic(), [(future.cancelled(), future.done()) for future in futures])
for call in (lambda: pool.submit(print), lambda: pool.map(print, "ab")):
    try:
        call()
    except RuntimeError as error:
        print(error)
pool.shutdown()

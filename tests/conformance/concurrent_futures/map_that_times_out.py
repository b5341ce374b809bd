# What map() waited for in vain is cancelled, too.
import concurrent.futures
import time


def work(number):
    time.sleep(0.1)
    print("ran", number)


with concurrent.futures.ThreadPoolExecutor(1) as pool:
    pool.submit(work, "first")
    try:
        list(pool.map(work, [1, 2], timeout=0.05))
    except TimeoutError:
        print("timeout", time.monotonic())
print(time.monotonic())

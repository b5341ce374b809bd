"""A pool of processes: submit, map and results, for functions that share nothing."""
import time
from concurrent.futures import ProcessPoolExecutor, as_completed


def square(n):
    time.sleep(n / 10)
    return n * n


def fails(n):
    raise ValueError(n)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(square, range(5))), round(time.monotonic(), 2))
        jobs = {pool.submit(square, n): n for n in (3, 1, 2)}
        print([(jobs[done], done.result()) for done in as_completed(jobs)])
        failed = pool.submit(fails, 7)
        print(repr(failed.exception()), failed.done())

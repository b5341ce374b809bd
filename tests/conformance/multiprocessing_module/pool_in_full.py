"""A pool's ways to call, in chunks and one by one."""
# shows: multiprocessing / Pool / so many processes, begun with an initializer
# shows: multiprocessing / Pool.map / results in order; chunksize=; the first error
# shows: multiprocessing / Pool.map_async / ready, successful, get with timeout=, callback=
# shows: multiprocessing / Pool.apply / one call
# shows: multiprocessing / Pool.apply_async / one call, without waiting; error_callback=
# shows: multiprocessing / Pool.starmap / several arguments
# shows: multiprocessing / Pool.imap / one by one in order
# shows: multiprocessing / Pool.imap_unordered / one by one as they come
# shows: multiprocessing / Pool.close / no more calls
# shows: multiprocessing / Pool.join / after close(), waits for the processes
import multiprocessing
import time

factor = 1


def prepare(value):
    global factor
    factor = value


def work(n):
    time.sleep(n)
    if n == 3:
        raise ValueError(n)
    return n * factor


def add(a, b):
    time.sleep(1)
    return a + b + factor


if __name__ == "__main__":
    with multiprocessing.Pool(2, prepare, (10,)) as pool:
        print(pool.map(work, [2, 1, 1, 1]), time.monotonic(), factor)
        print(pool.map(work, [2, 1, 1, 1], chunksize=2), time.monotonic())
        print(pool.map(work, [1] * 10), time.monotonic())
        print(pool.starmap(add, [(1, 2), (3, 4), (5, 6)]), time.monotonic())
        print(pool.apply(add, (1, 2)), pool.apply(add, (1,), {"b": 5}), time.monotonic())
        result = pool.map_async(work, [1, 2], callback=lambda found: print("callback", found))
        print(result.ready(), time.monotonic())
        try:
            result.get(timeout=1)
        except multiprocessing.TimeoutError as error:
            print("too long", repr(error), time.monotonic())
        print(result.get(), result.ready(), result.successful(), time.monotonic())
        failing = pool.apply_async(work, (3,), error_callback=lambda error: print("error", repr(error)))
        failing.wait()
        print(failing.successful(), time.monotonic())
        try:
            failing.get()
        except ValueError as error:
            print(repr(error), time.monotonic())
        for each in pool.imap(work, [2, 1, 1]):
            print(each, time.monotonic())
        for each in pool.imap_unordered(work, [2, 1, 1]):
            print(each, time.monotonic())
    pool = multiprocessing.Pool(2)
    late = pool.map_async(work, [1, 2])
    pool.close()
    try:
        pool.apply(work, (1,))
    except ValueError as error:
        print(error)
    pool.join()
    print(late.get(), time.monotonic())
    for wrong in (0, -1):
        try:
            multiprocessing.Pool(wrong)
        except ValueError as error:
            print(error)

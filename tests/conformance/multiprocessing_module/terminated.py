# Processes that others end.
# shows: multiprocessing / Process.terminate / ends it where it stands, with no handler run
# shows: multiprocessing / Process.kill / the same by another signal
import multiprocessing
import time


def counting(queue, name):
    try:
        for number in range(10):
            time.sleep(1)
            queue.put((name, number))
    finally:
        print("is not reached")


def hold(lock):
    lock.acquire()
    time.sleep(100)


def quick():
    print("quick")


if __name__ == "__main__":
    queue, lock = multiprocessing.Queue(), multiprocessing.Lock()
    process = multiprocessing.Process(target=counting, args=(queue, "a"))
    process.start()
    time.sleep(2.5)
    process.terminate()
    print("is asked to end:", process.is_alive())
    process.join()
    print(process.exitcode, process.is_alive(), time.monotonic())
    while not queue.empty():
        print(queue.get())
    process = multiprocessing.Process(target=counting, args=(queue, "b"))
    process.start()
    process.kill()
    process.join()
    print("before it began:", process.exitcode)
    process = multiprocessing.Process(target=quick)
    process.start()
    process.join()
    process.terminate()
    print("after its end:", process.exitcode)
    process = multiprocessing.Process(target=hold, args=(lock,))
    process.start()
    time.sleep(1)
    process.terminate()
    process.join()
    print("what it held stays held:", not lock.acquire(timeout=1))
    with multiprocessing.Pool(2) as pool:
        pool.apply_async(counting, (queue, "pool"))
        time.sleep(0.5)
    pool.join()
    print("the pool's end:", time.monotonic(), queue.empty())

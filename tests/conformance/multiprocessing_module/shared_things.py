"""Locks, arrays, events between processes; a race without the lock."""
# shows: multiprocessing / Lock / one at a time
# shows: multiprocessing / Array / shared numbers
import multiprocessing
import time


def takes(lock, array, index):
    with lock:
        print(time.monotonic(), index, "has the lock")
        time.sleep(1)
        array[index] += index


def waits(event, queue):
    event.wait()
    queue.put((time.monotonic(), "event"))


def produces(queue, count):
    for n in range(count):
        time.sleep(0.5)
        queue.put([n])
    queue.put(None)


def races(counter, guarded):
    for _ in range(2):
        if guarded:
            with counter.get_lock():
                found = counter.value
                time.sleep(0.1)
                counter.value = found + 1
        else:
            found = counter.value
            time.sleep(0.1)
            counter.value = found + 1


def run(*calls):
    processes = [multiprocessing.Process(target=target, args=args) for target, *args in calls]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("joined", time.monotonic())


if __name__ == "__main__":
    lock, array = multiprocessing.Lock(), multiprocessing.Array("i", 3)
    run(*[(takes, lock, array, n) for n in range(3)])
    print(list(array), len(array))
    event, queue = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=waits, args=(event, queue))
    process.start()
    time.sleep(2)
    event.set()
    print(queue.get())
    process.join()
    process = multiprocessing.Process(target=produces, args=(queue, 3))
    process.start()
    while (item := queue.get()) is not None:
        print(time.monotonic(), item)
    for guarded in (False, True):
        counter = multiprocessing.Value("i", 0)
        run(*[(races, counter, guarded)] * 2)
        print(guarded, counter.value)

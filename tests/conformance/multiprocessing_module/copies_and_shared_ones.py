"""A process has copies of all objects, and shares queues and values."""
# shows: multiprocessing / Process / target=, args=; the child has copies of all objects
# shows: multiprocessing / Process.start / the child begins with what is there now
# shows: multiprocessing / Process.join / waits, at most for timeout=
# shows: multiprocessing / Process.is_alive / from start to end
# shows: multiprocessing / Process.exitcode / None while it runs, 0, 1 after an exception, sys.exit's
# shows: multiprocessing / Queue / shared; what is put is a copy when it is got
# shows: multiprocessing / Value / shared; get_lock()
# shows: multiprocessing / current_process / the process that asks
import multiprocessing
import time


class Counter:
    def __init__(self):
        self.count = 0
        self.items = []


counter = Counter()
numbers = [1, 2]
total = 0


def work(given, queue, value):
    global total
    total += 5
    counter.count += 1
    given.count += 10
    given.items.append("child")
    numbers.append(3)
    time.sleep(1)
    with value.get_lock():
        value.value += 1
    queue.put((given, total, numbers))
    print(time.monotonic(), "child", multiprocessing.current_process().name, counter.count, given.count, total)


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    value = multiprocessing.Value("i", 0)
    processes = [multiprocessing.Process(target=work, args=(counter, queue, value)) for _ in range(2)]
    for process in processes:
        process.start()
        print(process.name, process.is_alive(), process.exitcode)
    for process in processes:
        process.join()
        print(process.name, process.is_alive(), process.exitcode, time.monotonic())
    given, their_total, theirs = queue.get()
    print(given is counter, type(given) is Counter, given.count, given.items, their_total, theirs)
    print(counter.count, counter.items, numbers, total, value.value)

"""queue.Queue between threads: full, empty, limits, join, and the priority and lifo kinds."""
# shows: threads' queue / Queue / between threads
import queue
import threading
import time


def producer(q):
    for number in range(4):
        q.put(number)
        print(time.monotonic(), "put", number, q.qsize())
        time.sleep(0.5)
    q.put(None)


def consumer(q):
    while (item := q.get()) is not None:
        print(time.monotonic(), "got", item)
        time.sleep(1)
        q.task_done()
    q.task_done()


q = queue.Queue(maxsize=1)
for target in (producer, consumer):
    threading.Thread(target=target, args=(q,)).start()
q.join()
print(time.monotonic(), "joined", q.empty())
for attempt in (q.get_nowait, lambda: q.get(timeout=1), lambda: (q.put(1), q.put(2, timeout=1))):
    try:
        attempt()
    except (queue.Empty, queue.Full) as error:
        print(time.monotonic(), type(error).__name__)
last = queue.LifoQueue()
for item in (1, 2, 3):
    last.put(item)
print([last.get() for _ in range(3)])
try:
    last.task_done(), last.task_done(), last.task_done(), last.task_done()
except ValueError as error:
    print(error)

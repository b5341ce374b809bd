"""queue.Queue between threads: workers, sentinels, join, timeouts and priorities."""
import queue
import threading
import time


def worker(name, jobs, results):
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            break
        time.sleep(job / 10)
        results.put((name, job, round(time.monotonic(), 1)))
        jobs.task_done()


jobs, results = queue.Queue(maxsize=3), queue.SimpleQueue()
crew = [threading.Thread(target=worker, args=(f"w{i}", jobs, results)) for i in range(2)]
for thread in crew:
    thread.start()
for size in (5, 1, 2, 7, 3):
    jobs.put(size)
for _ in crew:
    jobs.put(None)
jobs.join()
for thread in crew:
    thread.join()
while not results.empty():
    print(results.get())

small = queue.Queue(1)
small.put("one")
for action in (lambda: small.put_nowait("two"), lambda: small.put("two", timeout=0.5)):
    try:
        action()
    except queue.Full as error:
        print("Full", repr(error), small.full(), small.qsize(), round(time.monotonic(), 1))
print(small.get())
for action in (small.get_nowait, lambda: small.get(timeout=0.25), lambda: small.get(block=False)):
    try:
        action()
    except queue.Empty as error:
        print("Empty", repr(error))
try:
    small.task_done()
    small.task_done()
except ValueError as error:
    print(error)

urgent, stack = queue.PriorityQueue(), queue.LifoQueue()
for n, word in ((2, "wash"), (1, "cook"), (3, "read")):
    urgent.put((n, word))
    stack.put(word)
print([urgent.get()[1] for _ in range(3)], [stack.get() for _ in range(3)], urgent.empty())

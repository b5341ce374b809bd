"""Locks, reentrant ones, conditions, events, semaphores, barriers between threads."""
# shows: threading / Lock / and an unsynchronised counter
import threading
import time

lock, rlock = threading.Lock(), threading.RLock()
event, semaphore = threading.Event(), threading.Semaphore(2)
barrier = threading.Barrier(3)
condition = threading.Condition()
items = []
total = 0


def count(name):
    global total
    for _ in range(2):
        with lock:
            before = total
            time.sleep(0.1)
            total = before + 1
    with rlock, rlock:
        pass
    with semaphore:
        print(time.monotonic(), name, "has a permit")
        time.sleep(1)
    index = barrier.wait()
    print(time.monotonic(), name, "passed", index >= 0)
    event.wait()
    print(time.monotonic(), name, "sees the event")
    with condition:
        while not items:
            condition.wait()
        print(time.monotonic(), name, "got", items.pop())


threads = [threading.Thread(target=count, args=(n,)) for n in "abc"]
for thread in threads:
    thread.start()
print(lock.locked(), lock.acquire(timeout=0.05), lock.acquire(blocking=False))
time.sleep(5)
event.set()
for number in range(3):
    time.sleep(1)
    with condition:
        items.append(number)
        condition.notify()
for thread in threads:
    thread.join()
print(total, event.is_set(), time.monotonic())
try:
    lock.release()
except RuntimeError as error:
    print(error)

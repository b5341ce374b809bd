"""Threads sharing a counter and a log: Lock, RLock, Event, Semaphore, local data and names."""
import threading
import time


class SafeLog:
    def __init__(self):
        self._lock, self.lines = threading.RLock(), []

    def add(self, text):
        with self._lock:
            self.lines.append(f"{threading.current_thread().name}: {text}")

    def add_two(self, *texts):
        with self._lock:
            for text in texts:
                self.add(text)


log, ready, desks, local = SafeLog(), threading.Event(), threading.Semaphore(2), threading.local()


def clerk(n):
    local.number = n
    ready.wait()
    with desks:
        log.add(f"sits down at {time.monotonic():g}")
        time.sleep(1)
        log.add_two(f"wrote letter {local.number}", "stands up")


threads = [threading.Thread(target=clerk, args=(n,), name=f"clerk-{n}") for n in range(3)]
for thread in threads:
    thread.start()
print("all wait:", [thread.is_alive() for thread in threads], ready.is_set(), threading.active_count())
time.sleep(0.5)
ready.set()
for thread in threads:
    thread.join()
print(*log.lines, sep="\n")
print(hasattr(local, "number"), threading.current_thread().name, threading.main_thread() is threading.current_thread())

balance, lock = 0, threading.Lock()


def earn():
    global balance
    for _ in range(3):
        with lock:
            seen = balance
            time.sleep(0.01)
            balance = seen + 1


workers = [threading.Thread(target=earn, daemon=True) for _ in range(4)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]
print(balance, lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.1), workers[0].daemon)
lock.release()
timer = threading.Timer(1, lambda: print("the timer fires at", round(time.monotonic(), 2)))
timer.start()
timer.join()
try:
    lock.release()
except RuntimeError as error:
    print(error)

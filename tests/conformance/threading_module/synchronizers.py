"""Locks, conditions, semaphores, events, barriers between threads."""
# shows: threading / Lock / acquire with blocking= and timeout=, release, locked, with
# shows: threading / RLock / again by the same thread
# shows: threading / Condition / wait, wait_for, notify, notify_all
# shows: threading / Semaphore / a counter that waits at zero; release(n)
# shows: threading / BoundedSemaphore / ValueError above its start
# shows: threading / Event / set, clear, wait with timeout=
# shows: threading / Barrier / action=, timeout=, abort, reset, broken
# shows: threading / Timer / calls later; cancel()
# shows: threading / local / each thread its own
import threading
import time


def in_threads(*calls):
    threads = [threading.Thread(target=call, name=f"t{n}") for n, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def say(*words):
    print(time.monotonic(), threading.current_thread().name, *words)


lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=1), time.monotonic())
lock.release()
for wrong in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-5)):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(error)


def takes_lock():
    with lock:
        say("has it")
        time.sleep(1)


in_threads(takes_lock, takes_lock, takes_lock)
again = threading.RLock()
with again, again:
    print(bool(again.acquire()), again.release())
try:
    again.release()
except RuntimeError as error:
    print(error)
condition = threading.Condition()
items = []


def consumes():
    with condition:
        say(condition.wait_for(lambda: items), items.pop())


def produces():
    for n in range(2):
        time.sleep(1)
        with condition:
            items.append(n)
            condition.notify()


in_threads(consumes, consumes, produces)
with condition:
    print(condition.wait(timeout=1), time.monotonic())
try:
    condition.notify()
except RuntimeError as error:
    print(error)
semaphore = threading.Semaphore(2)


def passes():
    with semaphore:
        say("in")
        time.sleep(1)


in_threads(*[passes] * 5)
print(semaphore.acquire(timeout=1), semaphore.release(2), threading.Semaphore(0).acquire(blocking=False))
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
event = threading.Event()
threading.Timer(2, event.set).start()
cancelled = threading.Timer(1, print, ["never"])
cancelled.start()
cancelled.cancel()
print(event.wait(1), event.is_set(), event.wait(), event.is_set(), time.monotonic())
barrier = threading.Barrier(3, action=lambda: say("action"))


def meets():
    say(barrier.wait())


in_threads(meets, meets, meets)


def meets_nobody():
    try:
        barrier.wait(timeout=1)
    except threading.BrokenBarrierError as error:
        say(repr(error), barrier.broken)


in_threads(meets_nobody, meets_nobody)
barrier.reset()
print(barrier.broken, barrier.n_waiting, barrier.parties)
mine = threading.local()
mine.word = "main"


def sets():
    print(hasattr(mine, "word"))
    mine.word = threading.current_thread().name
    time.sleep(1)
    say(mine.word)


in_threads(sets, sets)
print(mine.word)

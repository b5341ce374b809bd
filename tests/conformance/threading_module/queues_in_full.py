"""queue.Queue and its kin between threads."""
# shows: threads' queue / Queue / maxsize; first in, first out
# shows: threads' queue / Queue.qsize / how many
# shows: threads' queue / Queue.empty / whether none
# shows: threads' queue / Queue.full / whether maxsize
# shows: threads' queue / Queue.put / waits for room, at most for timeout=; block=False
# shows: threads' queue / Queue.get / waits for an item, at most for timeout=; block=False
# shows: threads' queue / Queue.put_nowait / Full
# shows: threads' queue / Queue.get_nowait / Empty
# shows: threads' queue / Queue.task_done / ValueError when called too often
# shows: threads' queue / Queue.join / until all are done
# shows: threads' queue / LifoQueue / last in, first out
# shows: threads' queue / PriorityQueue / lowest first
# shows: threads' queue / SimpleQueue / no limit, no task_done
# shows: threads' queue / Empty / of a get in vain
# shows: threads' queue / Full / of a put in vain
import queue
import threading
import time

items = queue.Queue(maxsize=2)


def attempt(call, *args, **kwargs):
    try:
        print(time.monotonic(), call.__name__, call(*args, **kwargs), items.qsize(), items.empty(), items.full())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(time.monotonic(), call.__name__, repr(error))


attempt(items.get_nowait)
attempt(items.get, timeout=1)
attempt(items.get, False)
attempt(items.put, "a")
attempt(items.put_nowait, "b")
attempt(items.put_nowait, "c")
attempt(items.put, "c", timeout=1)
attempt(items.put, "c", block=False)
attempt(items.get, timeout=-1)


def consume(name):
    while True:
        item = items.get()
        if item is None:
            items.task_done()
            return
        time.sleep(1)
        print(time.monotonic(), name, item)
        items.task_done()


threads = [threading.Thread(target=consume, args=(name,)) for name in ("one", "two")]
for thread in threads:
    thread.start()
for n in range(5):
    items.put(n)
items.join()
print("all done", time.monotonic())
for _ in threads:
    items.put(None)
for thread in threads:
    thread.join()
attempt(items.task_done)
for kind in (queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    other = kind()
    for item in (2, 3, 1):
        other.put(item)
    print(kind.__name__, other.qsize(), [other.get() for _ in range(3)], other.empty())
try:
    queue.SimpleQueue().get(timeout=1)
except queue.Empty:
    print("empty", time.monotonic())

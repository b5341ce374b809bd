"""BoundedSemaphore, enumerate and get_ident."""
import threading
import time

seats = threading.BoundedSemaphore(2)
numbers = []


def guest(name):
    with seats:
        numbers.append(threading.get_ident())
        time.sleep(1)
        print(name, "leaves at", time.monotonic(), "with", sorted(t.name for t in threading.enumerate() if t is not threading.main_thread()))


guests = [threading.Thread(target=guest, args=(name,), name=name) for name in ("ann", "bob", "cid")]
for each in guests:
    each.start()
for each in guests:
    each.join()
print(len(numbers), threading.get_ident() in numbers, isinstance(threading.get_ident(), int), len(threading.enumerate()))
try:
    seats.release()
except ValueError as error:
    print(error)

"""Threads: names, daemons, joining with and without a limit, subclasses, errors."""
# shows: threading / Thread / names, daemons, subclasses
import threading
import time


def work(seconds):
    print(time.monotonic(), threading.current_thread().name, "sleeps", seconds)
    time.sleep(seconds)
    print(time.monotonic(), threading.current_thread().name, "is done")


class Own(threading.Thread):
    def run(self):
        work(2)


threads = [threading.Thread(target=work, args=(1,)), Own(), threading.Thread(target=work, kwargs={"seconds": 3}, name="named")]
print([t.name for t in threads], threads[0].is_alive(), threads[0].ident)
for thread in threads:
    thread.start()
print(threading.active_count(), threading.main_thread() is threading.current_thread(), threads[2].daemon)
threads[2].join(timeout=1.5)
print(time.monotonic(), threads[2].is_alive(), threads[0].is_alive())
for thread in threads:
    thread.join()
for wrong in (threads[0].start, threading.Thread().join, threading.current_thread().join):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
threading.Thread(target=work, args=(100,), daemon=True).start()
threading.Timer(1, print, ["timer"]).start()
print("end of main", time.monotonic())

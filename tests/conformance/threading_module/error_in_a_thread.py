"""An error in a thread is reported and ends that thread only."""
# shows: threading / excepthook / the thread ends, the others go on
import threading
import time


def fail():
    time.sleep(1)
    raise ValueError("in the thread")


def leave():
    raise SystemExit(5)


for target in (fail, leave):
    thread = threading.Thread(target=target, name=target.__name__)
    thread.start()
    thread.join()
    print(time.monotonic(), thread.is_alive())
threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value, args.thread.name)
threading.Thread(target=fail, name="hooked").start()

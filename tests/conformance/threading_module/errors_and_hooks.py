"""What becomes of an exception in a thread."""
# shows: threading / excepthook / reports what a thread raised; can be replaced; SystemExit is silent
import sys
import threading


def fails(error):
    raise error


for error in (ValueError("in a thread"), SystemExit(3)):
    thread = threading.Thread(target=fails, args=(error,), name="failing")
    thread.start()
    thread.join()
    print("ended", thread.is_alive())


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=fails, args=(KeyError("again"),), name="second")
thread.start()
thread.join()

"""An error in threading.excepthook is said to be one."""
import threading


def hook(args):
    raise LookupError("in the hook")


def fails():
    raise ValueError("in the thread")


threading.excepthook = hook
thread = threading.Thread(target=fails)
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
thread = threading.Thread(target=fails, name="T")
thread.start()
thread.join()

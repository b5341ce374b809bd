# _thread: what threads are made of.
import _thread
import threading
import time


def work(name, seconds=0.0):
    time.sleep(seconds)
    print(name, _thread.get_ident() == threading.get_ident(), _thread.get_ident() in known)
    if name == "with a dummy":
        print(threading.current_thread().name, threading.current_thread().daemon, threading.active_count())
    if name == "fails":
        raise ValueError(name)
    if name == "exits":
        _thread.exit()
    print(name, "is over")


known = set()
lock = _thread.allocate_lock()
for arguments in (("plain",), ("with a dummy", 0.1), ("fails", 0.2), ("exits", 0.3)):
    known.add(_thread.start_new_thread(work, arguments))
known.add(_thread.start_new_thread(work, ("by name",), {"seconds": 0.4}))
with lock:
    print(lock.locked(), threading.active_count())
time.sleep(1)
for wrong in ((5, ()), (work, 5), (work, (), 5)):
    try:
        _thread.start_new_thread(*wrong)
    except TypeError as error:
        print(error)
print(_thread.error is RuntimeError, _thread.LockType is type(lock))
_thread.start_new_thread(work, ("never", 5))

"""How threading's objects show themselves."""
import re
import threading


def shown(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value))


bounded = threading.BoundedSemaphore(2)
bounded.acquire()
barrier = threading.Barrier(3)
print(shown(threading.Condition(threading.Lock())))
print(shown(threading.Semaphore(3)), shown(bounded))
print(shown(barrier))
barrier.abort()
print(shown(barrier), threading.Barrier.__module__, threading.BrokenBarrierError.__module__)


class Mine(threading.Semaphore):
    pass


print(shown(Mine()), shown(threading.Event()))

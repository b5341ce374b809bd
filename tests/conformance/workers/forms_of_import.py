"""The ways in which programs import threads and executors, and small corners of them."""
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED
from concurrent.futures.thread import ThreadPoolExecutor as T2
import concurrent.futures as cf
from threading import Thread, Lock, current_thread
import queue as q
from queue import Queue, Empty
import asyncio.queues, asyncio.tasks, asyncio.locks
from asyncio import TaskGroup, Condition, Barrier, to_thread, Runner
from asyncio.taskgroups import TaskGroup as TG
from asyncio.exceptions import BrokenBarrierError
print(futures is cf, T2 is ThreadPoolExecutor, TG is TaskGroup)
with ThreadPoolExecutor(2) as ex:
    def init(): pass
    print(sorted(f.result() for f in as_completed([ex.submit(pow, 2, i) for i in range(4)])))
print(repr(ex.submit) != "", current_thread().name)
f = cf.Future()
print(str(f).split(" at ")[0], f.done())
f.set_result(3)
print(f.result(), f.exception())
try: f.set_result(4)
except cf.InvalidStateError as e: print(type(e).__name__)
with ThreadPoolExecutor(max_workers=1, initializer=print, initargs=("init",)) as ex:
    print(ex.submit(lambda: 1/0).exception())
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
class MyThread(Thread):
    def __init__(self, n):
        super().__init__(name=f"my-{n}", daemon=True); self.n = n
    def run(self): print(self.name, self.n, self.daemon)
m = MyThread(3); m.start(); m.join(); print(m.is_alive())

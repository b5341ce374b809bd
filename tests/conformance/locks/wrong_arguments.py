"""Arguments that the methods of asyncio's classes do not take."""
import asyncio

for call in (asyncio.Lock().acquire, asyncio.Event().wait, asyncio.Condition().wait, asyncio.Semaphore().acquire,
             asyncio.Barrier(2).wait, asyncio.Queue().get, asyncio.Queue().join, asyncio.Condition().acquire,
             asyncio.Barrier(2).reset, asyncio.Barrier(2).abort, asyncio.Lock().release, asyncio.Lock().locked,
             asyncio.Event().set, asyncio.Event().is_set, asyncio.Queue().get_nowait, asyncio.Queue().task_done,
             asyncio.Queue().qsize, asyncio.Queue().empty, asyncio.Queue().full, asyncio.Condition().locked,
             asyncio.Condition().notify_all, asyncio.Condition().release, asyncio.Semaphore().release,
             asyncio.Semaphore().locked, asyncio.Runner().close, asyncio.Runner().get_loop,
             asyncio.Timeout(1).when, asyncio.Timeout(1).expired, asyncio.get_event_loop_policy().new_event_loop):
    for args, kwargs in (((), {"timeout": 1}), ((1, 2), {})):
        try:
            call(*args, **kwargs)
        except TypeError as error:
            print(error)

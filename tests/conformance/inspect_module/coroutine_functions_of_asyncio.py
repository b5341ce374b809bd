"""Which of asyncio's methods are coroutine functions."""
import asyncio
import functools
import inspect

for owner, methods in ((asyncio.Lock, "acquire release"), (asyncio.Event, "wait set"),
                       (asyncio.Condition, "wait wait_for notify"), (asyncio.Semaphore, "acquire release"),
                       (asyncio.BoundedSemaphore, "acquire"), (asyncio.Barrier, "wait reset abort"),
                       (asyncio.Queue, "get put join get_nowait"), (asyncio.SelectorEventLoop, "shutdown_asyncgens "
                        "shutdown_default_executor run_in_executor"), (asyncio.Timeout, "__aenter__ __aexit__"),
                       (asyncio.TaskGroup, "__aenter__ __aexit__")):
    print(owner.__name__, [inspect.iscoroutinefunction(getattr(owner, name)) for name in methods.split()])
print(inspect.iscoroutinefunction(asyncio.Lock().acquire))

# What a partial calls in the end decides.
for partial in (functools.partial(asyncio.sleep, 1), functools.partial(functools.partial(asyncio.wait_for), timeout=1),
                functools.partial(asyncio.Lock.acquire), functools.partial(asyncio.gather), functools.partial(print)):
    print(asyncio.iscoroutinefunction(partial), inspect.iscoroutinefunction(partial))

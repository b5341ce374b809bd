"""Futures by hand: results, exceptions, callbacks, and who is woken when."""
import asyncio
import functools


def callback(label, future):
    outcome = "cancelled" if future.cancelled() else future.exception() or future.result()
    print(f"  {label}: {outcome!r}")


async def set_later(future, delay, value):
    await asyncio.sleep(delay)
    if isinstance(value, Exception):
        future.set_exception(value)
    else:
        future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done())
    future.add_done_callback(functools.partial(callback, "first"))
    future.add_done_callback(functools.partial(callback, "second"))
    removed = functools.partial(callback, "removed")
    future.add_done_callback(removed)
    print("removed", future.remove_done_callback(removed))
    asyncio.create_task(set_later(future, 1, "hello"))
    print(await future, future)
    future.add_done_callback(functools.partial(callback, "late"))
    print("not called yet")
    await asyncio.sleep(0)
    for action in (lambda: future.set_result(1), lambda: future.set_exception(ValueError()), lambda: loop.create_future().result(), lambda: loop.create_future().exception()):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    bad = loop.create_future()
    asyncio.create_task(set_later(bad, 1, ZeroDivisionError("by hand")))
    try:
        await bad
    except ZeroDivisionError as error:
        print("raised", error, bad.exception() is error)
    gone = loop.create_future()
    gone.add_done_callback(functools.partial(callback, "gone"))
    print(gone.cancel("bye"), gone.cancel(), gone.cancelled())
    try:
        await gone
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print(error)
    task = asyncio.create_task(asyncio.sleep(1, "result of sleep"), name="sleeper")
    task.add_done_callback(lambda t: print("  done:", t.get_name(), t.result()))
    print(await asyncio.wait_for(task, None), asyncio.isfuture(task), asyncio.isfuture(main))
    lost = loop.create_future()
    lost.set_exception(RuntimeError("nobody looks"))
    del lost
    print("end")


asyncio.run(main())

"""isfuture, ensure_future and wrap_future: what they take for a future."""
# shows: future / isfuture / futures, tasks, and what has _asyncio_future_blocking
# shows: future / ensure_future / a future as it is, a coroutine or another awaitable as a task, else TypeError
# shows: future / wrap_future / an asyncio future that follows a concurrent one, both ways
import asyncio
import concurrent.futures


class Like:
    _asyncio_future_blocking = False


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaited"


async def work():
    return "worked"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.ensure_future(work())
    coroutine = work()
    print([asyncio.isfuture(x) for x in (future, task, Like(), Like, coroutine, 5, concurrent.futures.Future())])
    print(asyncio.ensure_future(future) is future, asyncio.ensure_future(task) is task)
    own = asyncio.ensure_future(Awaitable())
    print(type(own).__name__, await own, await task, await coroutine)
    for wrong in (5, None, work, [future]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    try:
        asyncio.ensure_future(future, loop=asyncio.new_event_loop())
    except ValueError as error:
        print(error)
    other = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(other)
    print(asyncio.wrap_future(wrapped) is wrapped, wrapped.done(), wrapped.get_loop() is loop)
    loop.call_later(1, other.set_result, "from elsewhere")
    print(await wrapped, loop.time())
    other = concurrent.futures.Future()
    asyncio.wrap_future(other, loop=loop).cancel()
    await asyncio.sleep(0)
    print(other.cancelled())
    other = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(other)
    other.cancel()
    other.set_running_or_notify_cancel()
    try:
        await wrapped
    except asyncio.CancelledError:
        print("cancelled from elsewhere", wrapped.cancelled())
    other = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(other)
    other.set_exception(concurrent.futures.TimeoutError("late"))
    try:
        await wrapped
    except Exception as error:
        print(repr(error))
    try:
        asyncio.wrap_future(5)
    except Exception as error:
        print(type(error).__name__, error)


asyncio.run(main())

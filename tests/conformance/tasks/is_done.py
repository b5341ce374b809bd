"""done(): after a return, an exception, a cancel."""
# shows: task / Task.done / true after a return, an exception, or a cancel
# shows: task / Task.cancelled / true only if the CancelledError left the coroutine
# shows: task / Task.result / the value, the exception raised, CancelledError, InvalidStateError
# shows: task / Task.exception / None, the exception, CancelledError raised, InvalidStateError
# shows: task / Task.get_coro / the coroutine object
import asyncio


async def returns():
    return 1


async def raises():
    raise KeyError("key")


async def waits():
    await asyncio.sleep(10)


async def denies():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "denied"


def tell(task):
    print(task.get_coro().__name__, task.done(), task.cancelled(), end=" ")
    for ask in (task.result, task.exception):
        try:
            print(repr(ask()), end=" ")
        except BaseException as error:
            print("raises", repr(error), end=" ")
    print()


async def main():
    tasks = [asyncio.create_task(f()) for f in (returns, raises, waits, denies)]
    await asyncio.sleep(1)
    for task in tasks:
        tell(task)
    for task in tasks:
        print(task.cancel(), task.cancelling(), end=" ")
    await asyncio.sleep(1)
    for task in tasks:
        tell(task)


asyncio.run(main())

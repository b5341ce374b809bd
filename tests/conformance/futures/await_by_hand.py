"""future.__await__() gives an iterator, which goes through one wait and no more."""
import asyncio


def ended(step, *args):
    try:
        return step(*args)
    except BaseException as error:
        return repr(error)


class Through:
    """Awaits a future by calling its iterator itself."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        iterator = self.future.__await__()
        print("wraps", type(iterator).__name__)
        try:
            yielded = next(iterator)
            while True:
                yielded = iterator.send((yield yielded))
        except StopIteration as stop:
            return stop.value


class Louder(asyncio.Future):
    def __await__(self):
        print("awaited")
        value = yield from super().__await__()
        return value + 1


async def waits(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    iterator = future.__await__()
    print(type(iterator).__name__, iter(iterator) is iterator, next(iterator) is future)
    print(future._asyncio_future_blocking)
    print(ended(iterator.send, None))
    future._asyncio_future_blocking = False
    print(next(iterator) is future)
    future.set_result(3)
    print(ended(iterator.send, None), ended(next, iterator))

    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    print(ended(next, failed.__await__()))

    pending = loop.create_future()
    iterator = pending.__await__()
    print(ended(iterator.throw, ValueError("thrown")), ended(next, iterator))
    print(ended(pending.__await__().throw, ValueError), ended(pending.__await__().throw, 3))
    iterator = pending.__await__()
    print(iterator.close(), ended(next, iterator))

    waiting = waits(loop.create_future())
    waiting.send(None)
    print(ended(waiting.send, None))

    soon = loop.create_future()
    loop.call_later(1, soon.set_result, "later")
    print(await Through(soon), loop.time() > 0)
    louder = Louder()
    loop.call_later(1, louder.set_result, 41)
    print(await louder)
    task = asyncio.create_task(waits(Through(loop.create_future())))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())

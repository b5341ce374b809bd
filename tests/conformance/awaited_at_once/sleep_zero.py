"""`await sleep(0)` gives way once, and can be cancelled, thrown into, driven by hand."""
import asyncio


async def naps(name, *delays):
    for delay in delays:
        print(name, delay, await asyncio.sleep(delay))


async def with_result():
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(delay=0), await asyncio.sleep(False))


async def stubborn(log):
    while True:
        try:
            await asyncio.sleep(0)
            log.append("slept")
        except asyncio.CancelledError as error:
            log.append(repr(error))
            raise
        finally:
            log.append("finally")


async def by_hand():
    try:
        await asyncio.sleep(0)
        print("resumed")
        await asyncio.sleep(0)
    except KeyError as error:
        print("caught", error)
    finally:
        print("left")
    return "done"


async def main():
    await asyncio.gather(naps("a", 0, 0.0, -1), naps("b", 0, 0, 0))
    await with_result()
    log = []
    task = asyncio.create_task(stubborn(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(str(error))
    print(log)

    coroutine = by_hand()
    print(coroutine.send(None), type(coroutine.cr_await).__name__, coroutine.cr_await is not None)
    print(coroutine.send(None))
    try:
        coroutine.throw(KeyError("thrown"))
    except StopIteration as stop:
        print(stop.value)
    closed = by_hand()
    closed.send(None)
    closed.close()
    for bad in ("x", None):
        try:
            await asyncio.sleep(bad)
        except TypeError as error:
            print(error)
    try:
        await asyncio.sleep()
    except TypeError as error:
        print(error)


asyncio.run(main())

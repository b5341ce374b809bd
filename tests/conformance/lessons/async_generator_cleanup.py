"""Asynchronous generators: asend, athrow, aclose, early exit, aclosing, and cleaning up."""
import asyncio
from contextlib import aclosing


async def echo():
    print("  open")
    received = None
    try:
        while True:
            try:
                received = yield f"echo {received}"
                await asyncio.sleep(0.1)
            except ValueError as error:
                print("  caught", error)
                received = "recovered"
    finally:
        await asyncio.sleep(0.1)
        print("  closed")


async def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("  numbers finished")


async def bad():
    yield 1
    raise StopAsyncIteration("wrong")


async def main():
    e = echo()
    print(await e.asend(None), await e.asend("one"), await e.__anext__())
    print(await e.athrow(ValueError("thrown")))
    await e.aclose()
    await e.aclose()
    try:
        await e.asend(1)
    except StopAsyncIteration:
        print("nothing left")
    async with aclosing(numbers(10)) as source:
        async for n in source:
            if n == 2:
                break
    print("left early, closed at once")
    async for n in numbers(5):
        if n == 1:
            break
    print("left early, closed when dropped")
    await asyncio.sleep(0)
    e = echo()
    for wrong in (lambda: e.asend("early"), lambda: numbers(1).athrow(KeyError("k"))):
        try:
            await wrong()
        except (TypeError, KeyError) as error:
            print(type(error).__name__, error)
    try:
        async for _ in bad():
            pass
    except RuntimeError as error:
        print(error)
    print(type(e).__name__, e.__name__, e.ag_running, e.ag_await)
    left = numbers(3)
    print(await anext(left))
    held = echo()
    await anext(held)
    print("main ends with two generators open")


asyncio.run(main())

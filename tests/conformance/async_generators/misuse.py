"""What is refused, in CPython's words."""
import asyncio


async def agen():
    try:
        yield 1
        await asyncio.sleep(1)
        yield 2
    except GeneratorExit:
        print("exit ignored")
        yield 3


async def stops():
    yield 1
    raise StopAsyncIteration


async def stops_sync():
    yield 1
    raise StopIteration(5)


async def attempt(what, awaitable):
    try:
        print(what, await awaitable)
    except BaseException as error:
        print(what, type(error).__name__, error, repr(error.__cause__))


async def main():
    a = agen()
    step = a.__anext__()
    await attempt("first", step)
    await attempt("again", step)
    await attempt("close", a.aclose())
    await attempt("list", stops().__anext__())
    for make in (stops, stops_sync):
        b = make()
        await attempt("one", b.__anext__())
        await attempt("two", b.__anext__())
        await attempt("three", b.__anext__())
    c = agen()
    first = asyncio.create_task(attempt("task", c.asend(None)))
    await first
    one = asyncio.create_task(attempt("running", c.__anext__()))
    await asyncio.sleep(0)
    await attempt("second", c.__anext__())
    await attempt("closing", c.aclose())
    await attempt("throwing", c.athrow(ValueError("x")))
    await one
    try:
        for x in agen():
            pass
    except TypeError as error:
        print(error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())

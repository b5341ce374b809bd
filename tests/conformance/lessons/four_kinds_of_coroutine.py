"""Native coroutines, classic ones, generator-based ones and asynchronous generators side by side."""
import asyncio
import inspect
import types


async def native(n):
    await asyncio.sleep(0.1)
    return n + 1


def classic(n):
    while True:
        received = yield n
        if received is None:
            return f"classic ended at {n}"
        n += received


@types.coroutine
def generator_based(n):
    result = yield from native(n).__await__()
    yield
    return result * 10


async def agen(n):
    for i in range(n):
        yield await native(i)


def describe(name, made):
    checks = [check.__name__[2:] for check in (inspect.isgenerator, inspect.iscoroutine, inspect.isasyncgen, inspect.isawaitable) if check(made)]
    print(f"{name:<16} {type(made).__name__:<16} {' '.join(checks)}")
    return made


async def main():
    coroutine = describe("native", native(1))
    generator = describe("classic", classic(5))
    mixed = describe("generator-based", generator_based(1))
    stream = describe("agen", agen(3))
    print(await coroutine, await mixed)
    print(next(generator), generator.send(10), generator.send(-3))
    try:
        next(generator)
    except StopIteration as stop:
        print(stop.value)
    print([item async for item in stream], await anext(stream, "empty"))
    for wrong in (classic(1), agen(1), native):
        try:
            await wrong
        except TypeError as error:
            print(error)
    try:
        for _ in native(1):
            pass
    except TypeError as error:
        print(error)
    try:
        async for _ in classic(1):
            pass
    except TypeError as error:
        print(error)
    print([f.__name__ for f in (native, classic, generator_based, agen) if asyncio.iscoroutinefunction(f)], inspect.isasyncgenfunction(agen))

asyncio.run(main())

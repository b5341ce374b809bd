"""What can be awaited, native and generator-based coroutines side by side, and their types."""
import asyncio
import types
from collections.abc import Awaitable, Coroutine, Generator


@types.coroutine
def generator_based(n):
    for _ in range(n):
        yield
    return f"generator-based {n}"


async def native(n):
    return f"native awaiting {await generator_based(n)}"


def plain_generator():
    yield
    return 1


async def agen():
    yield 1


class Custom:
    def __await__(self):
        result = yield from native(2).__await__()
        return result.upper()


async def main():
    print(await native(1))
    print(await generator_based(3))
    print(await Custom())
    coroutine, classic, asynchronous = native(0), generator_based(0), agen()
    for thing in (coroutine, classic, asynchronous, plain_generator(), Custom(), asyncio.get_running_loop().create_future(), native):
        print(f"{type(thing).__name__:<16}", asyncio.iscoroutine(thing), isinstance(thing, Awaitable), isinstance(thing, Coroutine), isinstance(thing, Generator), asyncio.iscoroutinefunction(thing))
    print(await coroutine, await classic)
    for wrong in (plain_generator(), asynchronous, native, [native(0)][0:0]):
        try:
            await wrong
        except TypeError as error:
            print(error)
    task = asyncio.ensure_future(native(0))
    print(await task, await task, task.result())
    shared = native(1)
    asyncio.ensure_future(shared)
    await asyncio.sleep(0)
    try:
        await shared
    except RuntimeError as error:
        print(error)
    steps = []
    async def stepper(name, n):
        for i in range(n):
            steps.append(f"{name}{i}")
            await asyncio.sleep(0)
    await asyncio.gather(stepper("a", 3), stepper("b", 2), stepper("c", 1))
    print(steps)


asyncio.run(main())
c = native(0)
try:
    c.send(None)
except StopIteration as stop:
    print("driven by hand:", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
d = native(2)
print(d.send(None), d.cr_frame.f_lineno, d.cr_await.__name__)
try:
    d.throw(ValueError("thrown in"))
except ValueError as error:
    print(error, d.cr_frame)

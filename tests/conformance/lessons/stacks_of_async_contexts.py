"""AsyncExitStack: entering as many as needed, callbacks of both kinds, and passing errors on."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext


@asynccontextmanager
async def service(name, start=0.1, broken=False):
    print(f"starting {name}")
    await asyncio.sleep(start)
    if broken:
        raise RuntimeError(f"{name} does not start")
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0.2)
        print(f"stopped {name} at {asyncio.get_running_loop().time():.1f}")


@contextmanager
def scope(name):
    print(f"[{name}")
    yield
    print(f"{name}]")


async def farewell(text):
    await asyncio.sleep(0)
    print("farewell", text)


class Swallow:
    def __init__(self, kind):
        self.kind = kind

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        return kind is not None and issubclass(kind, self.kind)


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(service(name)) for name in ("db", "web")]
        stack.enter_context(scope("sync"))
        stack.push_async_callback(farewell, "async")
        stack.callback(print, "plain callback")
        print(names)

    try:
        async with AsyncExitStack() as stack:
            for name in ("one", "two", "three"):
                await stack.enter_async_context(service(name, broken=name == "three"))
    except RuntimeError as error:
        print(error)

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(Swallow(LookupError))
        await stack.enter_async_context(service("inner"))
        raise KeyError("swallowed on the way out")
    async with Swallow(OSError), nullcontext() as nothing, service("x") as x:
        print(nothing, x)

    kept = AsyncExitStack()
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(service("kept"))
        kept = stack.pop_all()
    print("still running")
    await kept.aclose()
    for wrong in (Swallow(OSError), 5):
        try:
            with wrong:
                pass
        except TypeError as error:
            print(error)

asyncio.run(main())

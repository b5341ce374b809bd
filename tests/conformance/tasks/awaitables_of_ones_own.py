"""Objects with __await__ in gather, wait_for and shield become tasks."""
# shows: task / Awaitables / objects with __await__
import asyncio


class Good:
    def __await__(self):
        yield from asyncio.sleep(1, "x").__await__()
        return "good"


class Bare:
    def __await__(self):
        yield
        return "bare"


class NoIterator:
    def __await__(self):
        return 3


class YieldsNumber:
    def __await__(self):
        yield 5


async def main():
    print(await asyncio.gather(Good(), Bare(), asyncio.wait_for(Good(), 3), asyncio.shield(Good())))
    for thing in (NoIterator(), YieldsNumber(), 5):
        for wrap in (lambda x: x, lambda x: asyncio.wait_for(x, 1)):
            try:
                await wrap(thing)
            except (TypeError, RuntimeError) as error:
                print(type(error).__name__, error)

asyncio.run(main())

"""What result() and exception() say in each state."""
import asyncio


async def good():
    return "fine"


async def bad():
    raise KeyError("lost")


async def main():
    g, b, c = map(asyncio.create_task, (good(), bad(), asyncio.sleep(9)))
    for ask in (g.result, g.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    c.cancel()
    await asyncio.wait_for(asyncio.sleep(1), 2)
    print(g.result(), g.exception(), repr(b.exception()))
    print([(t.done(), t.cancelled()) for t in (g, b, c)])
    for ask in (b.result, c.result, c.exception):
        try:
            ask()
        except BaseException as error:
            print(repr(error))

asyncio.run(main())

"""The repr of a task tells state, name, coroutine and result."""
import asyncio


async def child(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


async def main():
    a = asyncio.create_task(child(1), name="a")
    b = asyncio.create_task(child(2), name="b")
    c = asyncio.create_task(child(3), name="c")
    await asyncio.sleep(2.5)
    c.cancel()
    await asyncio.sleep(0)
    for t in a, b, c:
        print(repr(t).split(" coro=")[0], t.get_coro().__name__)
    b.exception()

asyncio.run(main())

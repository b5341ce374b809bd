"""What gather gives is a future."""
import asyncio


async def main():
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(type(g).__name__, g.done(), asyncio.isfuture(g))
    g.add_done_callback(lambda f: print("done", f.result()))
    await asyncio.sleep(3)
    print(g.done())

asyncio.run(main())

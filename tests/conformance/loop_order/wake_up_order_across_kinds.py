"""Tasks, futures and callbacks resolved in one step wake in that order."""
import asyncio


async def wait_for_it(name, future):
    print(name, await future)


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    asyncio.create_task(wait_for_it("a", a))
    asyncio.create_task(wait_for_it("b", b))
    await asyncio.sleep(0)
    b.set_result("set first")
    loop.call_soon(print, "callback")
    a.set_result("set second")
    asyncio.create_task(wait_for_it("c", asyncio.sleep(0, "made last")))
    await asyncio.sleep(1)

asyncio.run(main())

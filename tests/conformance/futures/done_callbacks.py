"""Callbacks get the future, later, in order; equal ones go together."""
# shows: future / Future.add_done_callback / several, in order
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tell = lambda f: print("told", f.result())
    future.add_done_callback(lambda f: print("first", f is future))
    future.add_done_callback(tell)
    future.add_done_callback(tell)
    future.set_result("x")
    print("nothing called yet")
    await asyncio.sleep(0)
    other = loop.create_future()
    other.add_done_callback(tell)
    other.add_done_callback(tell)
    print("removed", other.remove_done_callback(tell))

asyncio.run(main())

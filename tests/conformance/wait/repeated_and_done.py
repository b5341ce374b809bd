"""A future given twice counts once; what is done already ends the wait in one go."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    other = loop.create_future()
    other.set_result("other")
    loop.call_later(1, future.set_result, "late")
    done, pending = await asyncio.wait([future, other, future])
    print(loop.time(), len(done), len(pending))
    done, pending = await asyncio.wait([future, loop.create_future()], return_when=asyncio.FIRST_COMPLETED)
    print(loop.time(), len(done), len(pending), done.pop().result())


asyncio.run(main())

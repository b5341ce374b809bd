"""A failed future that dies unasked is reported."""
# shows: dev / Detect never-retrieved exceptions / of a future
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(RuntimeError("unheard"))
    del future
    print("gone")

asyncio.run(main())

"""As long as a timer is set it is no deadlock."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1000, future.set_result, "rescued")
    print(await future, loop.time())

asyncio.run(main())

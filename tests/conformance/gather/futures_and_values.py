"""Futures may be gathered; plain values may not."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "from a future")
    print(await asyncio.gather(future, asyncio.sleep(2, "from sleep")))
    try:
        await asyncio.gather(future, 5)
    except TypeError as error:
        print(error)

asyncio.run(main())

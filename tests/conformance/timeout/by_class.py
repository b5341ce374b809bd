"""asyncio.Timeout itself: what timeout() and timeout_at() return; timeout_at(None)."""
# shows: task / Timeout / an asynchronous context manager made with a deadline, or with None
# shows: task / timeout_at / None sets no limit
# shows: task / timeout / an int or a float number of seconds
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for limit in (asyncio.Timeout(1.5), asyncio.timeout(1), asyncio.timeout(0.5), asyncio.timeout_at(loop.time() + 3)):
        try:
            async with limit as entered:
                print(type(limit) is asyncio.Timeout, entered is limit, limit.when(), type(limit.when()))
                await asyncio.sleep(100)
        except TimeoutError:
            print("over at", loop.time(), limit.expired())
    for limit in (asyncio.Timeout(None), asyncio.timeout_at(None)):
        async with limit:
            print(limit.when())
            await asyncio.sleep(100)
        print(limit.expired(), loop.time())


asyncio.run(main())

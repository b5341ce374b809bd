"""timeout_at takes a time of the loop's clock; the past expires at once."""
# shows: task / timeout_at / an absolute time; one in the past expires at once
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout_at(3):
            await asyncio.sleep(10)
    except TimeoutError:
        print("at 3:", loop.time())
    try:
        async with asyncio.timeout_at(2) as limit:
            print("inside", limit.expired())
            await asyncio.sleep(0)
            print("never printed")
            await asyncio.sleep(10)
    except TimeoutError:
        print("in the past:", loop.time())

asyncio.run(main())

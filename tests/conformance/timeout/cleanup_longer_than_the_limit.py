"""Clean-up after expiry is not limited any more."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(9)
            finally:
                await asyncio.sleep(5)
                print("cleaned up", loop.time())
    except TimeoutError:
        print("expired", loop.time())

asyncio.run(main())

"""reschedule moves the limit, either way."""
# shows: task / Timeout.reschedule / earlier and later
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            limit.reschedule(loop.time() + 3)
            print(limit.when())
            await asyncio.sleep(2)
            print("still here", loop.time())
            limit.reschedule(loop.time() + 0.5)
            await asyncio.sleep(2)
    except TimeoutError:
        print("expired at", loop.time())
    async with asyncio.timeout(1) as limit:
        limit.reschedule(None)
        await asyncio.sleep(50)
        print("no limit at all", limit.when())

asyncio.run(main())

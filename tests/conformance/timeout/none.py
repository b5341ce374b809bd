"""timeout(None) sets no limit until it is rescheduled."""
# shows: task / timeout / None sets no limit, until it is rescheduled
import asyncio


async def main():
    async with asyncio.timeout(None) as limit:
        print(limit.when())
        await asyncio.sleep(7)
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(8)
            await asyncio.sleep(7)
    except TimeoutError:
        print(asyncio.get_running_loop().time())

asyncio.run(main())

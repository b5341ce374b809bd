"""None means no limit, a negative limit is as zero."""
# shows: task / wait_for / None means no limit
import asyncio


async def work():
    await asyncio.sleep(5)
    return "took its time"


async def main():
    print(await asyncio.wait_for(work(), None))
    try:
        await asyncio.wait_for(work(), -3)
    except asyncio.TimeoutError:
        print("negative", asyncio.get_running_loop().time())

asyncio.run(main())

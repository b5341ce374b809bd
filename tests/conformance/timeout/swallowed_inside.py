"""If the block swallows the cancel there is no TimeoutError."""
import asyncio


async def main():
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print("swallowed")
        await asyncio.sleep(1)
        print("still inside", asyncio.get_running_loop().time())
    print(limit.expired(), asyncio.current_task().cancelling())

asyncio.run(main())

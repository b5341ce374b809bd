"""Who swallows CancelledError in a block with a limit, or in a group, lets it go wrong."""
# shows: task / Task Cancellation / swallowing it makes timeout() and TaskGroup misbehave
import asyncio


async def swallow(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("swallowed", asyncio.get_running_loop().time())


async def fail():
    await asyncio.sleep(1)
    raise ValueError("failed")


async def main():
    async with asyncio.timeout(1) as limit:
        await swallow(5)
        await asyncio.sleep(5)
        print("far beyond the limit", asyncio.get_running_loop().time())
    print("no TimeoutError", limit.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await swallow(5)
            await asyncio.sleep(5)
            print("the block goes on after the failure", asyncio.get_running_loop().time())
    except* ValueError as errors:
        print(errors.exceptions, asyncio.get_running_loop().time())


asyncio.run(main())

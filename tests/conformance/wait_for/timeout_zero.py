"""No time at all: only what is done already comes through."""
import asyncio


async def work():
    print("work ran")
    return 1


async def main():
    try:
        await asyncio.wait_for(work(), 0)
    except asyncio.TimeoutError:
        print("timeout")
    done = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(done, 0))

asyncio.run(main())

"""The limit is passed by as long as the cancelled task takes to end."""
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(3)
        print("cleaned up")


async def main():
    try:
        await asyncio.wait_for(work(), timeout=1)
    except asyncio.TimeoutError:
        print("timeout heard at", asyncio.get_running_loop().time())

asyncio.run(main())

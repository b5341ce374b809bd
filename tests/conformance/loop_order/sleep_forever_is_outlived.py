"""A very long sleep costs nothing; floats stay exact."""
import asyncio


async def main():
    await asyncio.sleep(1e6)
    print(asyncio.get_running_loop().time())
    for _ in range(10):
        await asyncio.sleep(0.1)
    print(asyncio.get_running_loop().time())

asyncio.run(main())

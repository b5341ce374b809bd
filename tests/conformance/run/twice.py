"""Each run has a loop of its own; the clock goes on."""
import asyncio


async def main(n):
    await asyncio.sleep(n)
    print(n, asyncio.get_running_loop().time(),
          asyncio.current_task().get_name())

asyncio.run(main(1))
asyncio.run(main(2))

"""Tasks draw from one generator, in the order in which they run."""
import asyncio
import random


async def worker(name):
    for _ in range(2):
        delay = random.randint(1, 5) / 10
        print(name, delay)
        await asyncio.sleep(delay)


async def main():
    await asyncio.gather(*(worker(n) for n in "abc"))
    print(asyncio.get_running_loop().time(), random.random())

asyncio.run(main())

"""A gather of gathers gives lists in lists."""
import asyncio


async def work(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    print(await asyncio.gather(
        asyncio.gather(work(1), work(2)),
        work(3),
        asyncio.gather(work(4), asyncio.gather(work(5)))))

asyncio.run(main())

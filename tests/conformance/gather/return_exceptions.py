"""With return_exceptions all are waited for and errors are results."""
# shows: task / gather / return_exceptions=True puts them among the results
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    cancelled = asyncio.create_task(work(8), name="cancelled")
    asyncio.get_running_loop().call_later(1.5, cancelled.cancel, "no")
    print(await asyncio.gather(work(1), work(2), cancelled, work(3),
                               return_exceptions=True))

asyncio.run(main())

"""Results come in the order of the arguments, not of finishing."""
# shows: task / gather / a list of results in the order of the arguments
import asyncio


async def work(n):
    await asyncio.sleep(5 - n)
    print("finished", n)
    return n


async def main():
    print(await asyncio.gather(*(work(n) for n in range(5))))
    print(await asyncio.gather())

asyncio.run(main())

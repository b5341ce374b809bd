"""One awaitable given twice runs once and answers twice."""
# shows: task / gather / one awaitable given twice runs once
import asyncio


async def work(n):
    print("running", n)
    return [n]


async def main():
    one, two = work(1), asyncio.create_task(work(2))
    results = await asyncio.gather(one, two, one, two)
    print(results, results[0] is results[2])

asyncio.run(main())

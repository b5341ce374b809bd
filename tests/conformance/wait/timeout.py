"""A time-out cancels nothing; a second wait goes on with the rest."""
# shows: task / wait / after the timeout the rest is in the second set
import asyncio


async def work(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    pending = {asyncio.create_task(work(2))} | set()
    pending |= {asyncio.create_task(work(5))}
    first = list(pending)
    for limit in (0, 1, 3, None):
        done, pending = await asyncio.wait(first, timeout=limit)
        print(limit, sorted(t.result() for t in done), len(pending))


asyncio.run(main())

"""A cancelled party leaves; the barrier needs another one in its place."""
# shows: sync / Barrier.wait / one that is cancelled leaves
import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(barrier.wait())
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.sleep(1)
    print(first.cancelled(), barrier.n_waiting)
    print(await asyncio.gather(barrier.wait(), barrier.wait(), asyncio.wait_for(barrier.wait(), 1),
                               return_exceptions=True))
    print(barrier.n_waiting, barrier.broken)


asyncio.run(main())

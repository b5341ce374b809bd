"""The coroutines can be awaited in any order, by several tasks, and be cancelled."""
# shows: task / as_completed / the coroutines can be awaited in any order
import asyncio


async def work(delay):
    await asyncio.sleep(delay)
    return delay


async def main():
    loop = asyncio.get_running_loop()

    async def take(number, coroutine):
        try:
            print(loop.time(), number, await coroutine)
        except asyncio.CancelledError:
            print(loop.time(), number, "cancelled")

    coroutines = list(asyncio.as_completed([work(3), work(1), work(2)]))
    takers = [asyncio.create_task(take(i, c)) for i, c in enumerate(coroutines)]
    await asyncio.sleep(0.5)
    takers[0].cancel()
    await asyncio.sleep(5)
    print([t.done() for t in takers])


asyncio.run(main())

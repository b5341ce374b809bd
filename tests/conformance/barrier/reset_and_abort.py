"""reset and abort raise BrokenBarrierError in who waits; an aborted one stays broken until reset."""
# shows: sync / Barrier.abort / broken until reset
import asyncio


async def party(barrier, number):
    try:
        print(number, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(asyncio.get_running_loop().time(), number, type(error).__name__, error, barrier.broken)


async def main():
    barrier = asyncio.Barrier(3)
    for stop in (barrier.reset, barrier.abort):
        tasks = [asyncio.create_task(party(barrier, i)) for i in range(2)]
        await asyncio.sleep(1)
        print(barrier.n_waiting, str(barrier).split("[")[1])
        await stop()
        print(barrier.n_waiting, str(barrier).split("[")[1])
        await asyncio.gather(*tasks)
    await party(barrier, 9)
    await barrier.reset()
    await asyncio.gather(*[party(barrier, i) for i in range(3)])
    for wrong in (0, -1, "x"):
        try:
            asyncio.Barrier(wrong)
        except (ValueError, TypeError) as error:
            print(error)


asyncio.run(main())

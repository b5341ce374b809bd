"""A barrier's states, positions and errors."""
# shows: sync / Barrier / it can be used again; async with waits too and gives the position
# shows: sync / Barrier.wait / a different position for each, from 0 on
# shows: sync / Barrier.reset / those who wait get BrokenBarrierError, the barrier is empty again
# shows: sync / Barrier.abort / who waits, now or later, gets BrokenBarrierError
# shows: sync / Barrier.parties / how many are needed
# shows: sync / Barrier.n_waiting / how many wait while it fills
# shows: sync / Barrier.broken / whether it is broken
# shows: sync / BrokenBarrierError / a RuntimeError
import asyncio


def shape(barrier):
    return repr(barrier).split(" ", 4)[-1], barrier.n_waiting, barrier.broken


async def party(barrier, name):
    try:
        async with barrier as position:
            print(name, "position", position, shape(barrier))
            await asyncio.sleep(0)
            if position == 0:
                print("end of draining phase")
    except asyncio.BrokenBarrierError as error:
        print(name, "broken", error, shape(barrier))


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, shape(barrier))
    for _ in range(2):
        asyncio.create_task(barrier.wait())
        asyncio.create_task(barrier.wait())
        await asyncio.sleep(0)
        print(shape(barrier))
        print(await barrier.wait(), shape(barrier))
        await asyncio.sleep(0)
        print(shape(barrier))
    await asyncio.gather(*[party(barrier, name) for name in "abc"])
    waiting = [asyncio.create_task(party(barrier, name)) for name in "de"]
    await asyncio.sleep(1)
    waiting[0].cancel()
    await asyncio.sleep(0)
    print(shape(barrier))
    await barrier.reset()
    await asyncio.sleep(1)
    print(shape(barrier))
    waiting = [asyncio.create_task(party(barrier, name)) for name in "fg"]
    await asyncio.sleep(1)
    await barrier.abort()
    print(shape(barrier))
    await asyncio.sleep(1)
    await party(barrier, "h")
    await barrier.reset()
    print(shape(barrier))
    for wrong in (0, -1, "x", 1.5):
        try:
            print(shape(asyncio.Barrier(wrong)))
        except Exception as error:
            print(type(error).__name__, error)
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError), await asyncio.Barrier(1).wait())


asyncio.run(main())

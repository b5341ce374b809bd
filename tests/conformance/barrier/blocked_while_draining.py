"""Who comes while the barrier drains is blocked until it has; a cancelled one of those just leaves."""
# shows: sync / Barrier.wait / who comes while it drains is blocked; cancelled there, the state stays
# shows: sync / Barrier.wait / a cancel raises CancelledError, and n_waiting goes down while it fills
import asyncio


def shape(barrier):
    return repr(barrier).split(" ", 4)[-1], barrier.n_waiting


async def party(barrier, name, steps=0):
    try:
        async with barrier as position:
            for _ in range(steps):
                await asyncio.sleep(0)
            print(name, position, shape(barrier))
    except asyncio.CancelledError:
        print(name, "cancelled", shape(barrier))
        raise


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(party(barrier, "a"))
    await asyncio.sleep(0)
    print(shape(barrier))
    first.cancel()
    await asyncio.wait([first])
    tasks = [asyncio.create_task(party(barrier, name)) for name in "bcde"]
    await asyncio.sleep(0)
    print(shape(barrier))
    tasks[2].cancel()
    await asyncio.sleep(1)
    print(shape(barrier), [task.done() for task in tasks])
    await party(barrier, "f")
    await asyncio.wait(tasks)
    print(shape(barrier))


asyncio.run(main())

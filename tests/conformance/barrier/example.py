"""A barrier's repr, filling and draining, while the last of its parties passes."""
# shows: sync / Barrier / its repr tells filling from draining
import asyncio


def show(barrier):
    print(type(barrier).__name__, repr(barrier).partition("[")[2])


async def main():
    barrier = asyncio.Barrier(3)
    waiting = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    show(barrier)
    await barrier.wait()
    show(barrier)
    print("barrier passed", [task.done() for task in waiting])
    await asyncio.sleep(0)
    show(barrier)


asyncio.run(main())

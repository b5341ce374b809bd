"""All are let go together, each with an index; then the barrier can be used again."""
# shows: sync / Barrier / all go on together, again and again
import asyncio


async def runner(barrier, number):
    for lap in range(2):
        await asyncio.sleep(number)
        index = await barrier.wait()
        print(asyncio.get_running_loop().time(), number, lap, index, barrier.n_waiting)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken, str(barrier)[-22:])
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(runner(barrier, number))
    async def last():
        async with barrier as index:
            return index
    print(await asyncio.gather(*[last() for _ in range(3)]))


asyncio.run(main())

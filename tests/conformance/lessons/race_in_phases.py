"""Runners that wait for each other after every lap: asyncio.Barrier, and what breaks it."""
import asyncio
import random


async def runner(name, barrier, laps):
    for lap in range(1, laps + 1):
        pace = random.randint(1, 9) / 10
        await asyncio.sleep(pace)
        place = await barrier.wait()
        if place == 0:
            print(f"-- lap {lap} is over at {asyncio.get_running_loop().time():.1f}")
        await asyncio.sleep(0)
        print(f"   {name} ran {pace} and came with index {place}")
    return name


async def impatient(barrier):
    try:
        async with asyncio.timeout(1):
            await barrier.wait()
    except TimeoutError:
        print("impatient leaves; broken:", barrier.broken, "waiting:", barrier.n_waiting)


async def main():
    barrier = asyncio.Barrier(3)
    print(await asyncio.gather(*(runner(name, barrier, 2) for name in ("Ann", "Bob", "Cat"))))
    await impatient(barrier)

    async def waits(name):
        try:
            async with barrier as position:
                print(name, "passed at", position)
        except asyncio.BrokenBarrierError as error:
            print(name, "found it broken", type(error).__mro__[1].__name__)

    tasks = [asyncio.create_task(waits(name)) for name in "xy"]
    await asyncio.sleep(0.1)
    print("waiting", barrier.n_waiting, "of", barrier.parties)
    await barrier.abort()
    await asyncio.wait(tasks)
    await waits("late")
    await barrier.reset()
    await asyncio.gather(*(waits(name) for name in "abc"))

asyncio.run(main())

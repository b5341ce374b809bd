"""A race with random speeds: as_completed gives the order of arrival."""
import asyncio
import random


async def runner(name, distance=100):
    position = 0
    while position < distance:
        await asyncio.sleep(random.uniform(0.5, 1.5))
        position += random.randint(5, 20)
    return name, round(asyncio.get_running_loop().time(), 3)


async def main():
    random.seed(2024)
    medals = iter(("gold", "silver", "bronze"))
    for place, arrival in enumerate(asyncio.as_completed([runner(n) for n in ("hare", "tortoise", "fox", "snail")]), 1):
        name, when = await arrival
        print(f"{place}. {name:<10}{when:>8.3f} {next(medals, '-')}")


asyncio.run(main())

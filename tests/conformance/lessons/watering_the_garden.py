"""Plants that dry out, a gardener who asks which is driest, and rain that interrupts her."""
import asyncio


class Plant:
    def __init__(self, name, thirst):
        self.name, self.thirst, self.water = name, thirst, 10.0

    def __lt__(self, other):
        return self.water < other.water

    async def live(self):
        while self.water > 0:
            await asyncio.sleep(1)
            self.water -= self.thirst
        print(f"{asyncio.get_running_loop().time():g} {self.name} has wilted")


async def gardener(plants, walk):
    while True:
        driest = min(plants)
        await asyncio.sleep(walk)
        driest.water = 10.0
        print(f"{asyncio.get_running_loop().time():g} watered {driest.name}, others {[round(p.water, 1) for p in plants if p is not driest]}")


async def main():
    plants = [Plant("fern", 2), Plant("cactus", 0.25), Plant("rose", 3.5)]
    lives = [asyncio.create_task(plant.live(), name=plant.name) for plant in plants]
    work = asyncio.create_task(gardener(plants, 1.5))
    done, alive = await asyncio.wait(lives, timeout=9)
    print("rain; wilted:", sorted(task.get_name() for task in done), "alive:", sorted(task.get_name() for task in alive))
    for task in (work, *alive):
        task.cancel()
    print([type(result).__name__ for result in await asyncio.gather(work, *alive, return_exceptions=True)])

asyncio.run(main())

"""A game loop at fixed ticks: players act between ticks, the world moves at each."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class World:
    width: int = 20
    tick: int = 0
    positions: dict = field(default_factory=dict)
    orders: list = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def step(self):
        self.tick += 1
        for name, move in self.orders:
            self.positions[name] = max(0, min(self.width - 1, self.positions[name] + move))
        self.orders.clear()
        places = list(self.positions.values())
        if len(set(places)) < len(places):
            self.over.set()

    def draw(self):
        row = ["."] * self.width
        for name, place in self.positions.items():
            row[place] = name if row[place] == "." else "*"
        return "".join(row)


async def clock(world, every=0.5):
    loop = asyncio.get_running_loop()
    due = loop.time()
    while not world.over.is_set():
        due += every
        await asyncio.sleep(due - loop.time())
        world.step()
        print(f"{world.tick:>2} {loop.time():4.1f} {world.draw()}")


async def player(world, name, place, move, every):
    world.positions[name] = place
    try:
        while True:
            await asyncio.sleep(every)
            world.orders.append((name, move))
    finally:
        print(f"   {name} leaves at {world.positions[name]}")


async def main():
    world = World()
    players = [asyncio.create_task(player(world, *settings)) for settings in (("A", 0, 3, 0.7), ("B", 18, -2, 0.4), ("C", 4, 1, 1.1))]
    try:
        async with asyncio.timeout(8):
            await clock(world)
    except TimeoutError:
        print("nobody met")
    for each in players:
        each.cancel()
    await asyncio.gather(*players, return_exceptions=True)
    print("over:", world.over.is_set(), world.positions)

asyncio.run(main())

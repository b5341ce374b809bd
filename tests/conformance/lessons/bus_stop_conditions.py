"""A bus that waits for seats to fill or time to pass: conditions, timeouts and many passengers."""
import asyncio


class Bus:
    def __init__(self, seats):
        self.seats, self.inside, self.changed, self.left = seats, [], asyncio.Condition(), False

    async def board(self, name):
        async with self.changed:
            if self.left or len(self.inside) == self.seats:
                return f"{name} misses the bus"
            self.inside.append(name)
            self.changed.notify_all()
            await self.changed.wait_for(lambda: self.left)
        return f"{name} rides with {len(self.inside) - 1} others"

    async def drive(self, patience):
        async with self.changed:
            try:
                async with asyncio.timeout(patience):
                    await self.changed.wait_for(lambda: len(self.inside) == self.seats)
                    why = "full"
            except TimeoutError:
                why = "on time"
            self.left = True
            self.changed.notify_all()
        return f"leaves {why} at {asyncio.get_running_loop().time():g} with {self.inside}"


async def passenger(bus, name, comes):
    await asyncio.sleep(comes)
    return await bus.board(name)


async def main():
    for seats in (2, 9):
        bus = Bus(seats)
        start = asyncio.get_running_loop().time()
        results = await asyncio.gather(bus.drive(3), *(passenger(bus, name, comes) for name, comes in (("ann", 0.5), ("bob", 1), ("cid", 1.5), ("dot", 4))))
        print(*results, sep="\n  ")
        assert bus.left and not bus.changed.locked(), start

asyncio.run(main())

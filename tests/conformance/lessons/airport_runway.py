"""Planes, one runway and a tower: a simulation with statistics at the end."""
import asyncio
import random
import statistics
from dataclasses import dataclass
from datetime import datetime, timedelta

START = datetime(2024, 7, 1, 6, 0)


@dataclass
class Plane:
    number: str
    fuel: float
    waited: float = 0.0

    @property
    def urgent(self):
        return self.fuel < 15


class Tower:
    def __init__(self):
        self._queue, self._wake, self.landed, self.diverted = [], asyncio.Event(), [], []

    @staticmethod
    def clock():
        return f"{START + timedelta(minutes=asyncio.get_running_loop().time()):%H:%M}"

    async def approach(self, plane):
        slot = asyncio.get_running_loop().create_future()
        self._queue.append((plane, slot))
        self._wake.set()
        arrived = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(plane.fuel):
                await slot
        except TimeoutError:
            self.diverted.append(plane)
            print(f"{self.clock()} {plane.number} diverts")
            return
        plane.waited = asyncio.get_running_loop().time() - arrived
        self.landed.append(plane)
        print(f"{self.clock()} {plane.number} lands after {plane.waited:.0f} min{' (urgent)' if plane.urgent else ''}")

    async def control(self):
        while True:
            self._queue = [entry for entry in self._queue if not entry[1].done()]
            if not self._queue:
                self._wake.clear()
                await self._wake.wait()
            entry = min(self._queue, key=lambda entry: (not entry[0].urgent, self._queue.index(entry)))
            self._queue.remove(entry)
            if not entry[1].done():
                entry[1].set_result(None)
                await asyncio.sleep(4)


async def main():
    tower = Tower()
    control = asyncio.create_task(tower.control())
    async with asyncio.TaskGroup() as sky:
        for n in range(10):
            sky.create_task(tower.approach(Plane(f"AB{100 + n}", random.choice((9, 14, 30, 60)))))
            await asyncio.sleep(random.choice((1, 2, 6)))
    control.cancel()
    waits = [plane.waited for plane in tower.landed]
    print(f"{len(waits)} landed, {len(tower.diverted)} diverted, mean wait {statistics.mean(waits):.1f}, longest {max(waits):.0f}")

asyncio.run(main())

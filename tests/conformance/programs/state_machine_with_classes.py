"""A traffic light of classes, properties and tasks."""
import asyncio


class Light:
    order = ["red", "green", "yellow"]
    times = {"red": 3, "green": 2, "yellow": 0.5}

    def __init__(self, name):
        self.name = name
        self._index = 0
        self.log = []

    @property
    def color(self):
        return self.order[self._index]

    async def run(self, changes):
        for _ in range(changes):
            now = asyncio.get_running_loop().time()
            self.log.append(f"{now:g}:{self.color[0]}")
            await asyncio.sleep(self.times[self.color])
            self._index = (self._index + 1) % len(self.order)

    def __repr__(self):
        return f"{self.name}[{' '.join(self.log)}]"


async def main():
    lights = [Light("north"), Light("east")]
    lights[1]._index = 1
    await asyncio.gather(*(light.run(5) for light in lights))
    print(*lights, sep="\n")

asyncio.run(main())

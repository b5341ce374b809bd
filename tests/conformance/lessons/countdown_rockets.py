"""Rockets with countdowns and delays: tasks of a class, sorted by their launch."""
import asyncio
from random import Random


class Rocket:
    launched = []

    def __init__(self, name, delay, countdown):
        self.name, self.delay, self.countdown = name, delay, countdown

    def __lt__(self, other):
        return self.at < other.at

    async def launch(self):
        await asyncio.sleep(self.delay)
        for number in reversed(range(1, self.countdown + 1)):
            print(f"{self.name}: {number}...")
            await asyncio.sleep(1)
        self.at = asyncio.get_running_loop().time()
        Rocket.launched.append(self)
        print(f"{self.name}: lift-off at {self.at}")


async def main():
    dice = Random(3)
    rockets = [Rocket(f"R{n}", dice.choice([0.5, 1, 1.5]), dice.randint(1, 4)) for n in range(4)]
    await asyncio.gather(*(rocket.launch() for rocket in rockets))
    print([r.name for r in sorted(Rocket.launched, reverse=True)], len(Rocket.launched))


asyncio.run(main())

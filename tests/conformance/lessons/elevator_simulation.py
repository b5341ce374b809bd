"""An elevator and its callers: a condition variable and a plan of stops."""
import asyncio


class Elevator:
    def __init__(self):
        self.floor, self.stops, self.condition = 0, [], asyncio.Condition()

    async def call(self, who, start, goal):
        for target, what in ((start, "enters"), (goal, "leaves")):
            async with self.condition:
                self.stops.append(target)
                self.condition.notify_all()
                await self.condition.wait_for(lambda: self.floor == target and target not in self.stops)
                print(f"{asyncio.get_running_loop().time():4.1f} {who} {what} on floor {target}")

    async def run(self):
        while True:
            async with self.condition:
                await self.condition.wait_for(lambda: self.stops)
                target = min(self.stops, key=lambda f: abs(f - self.floor))
            while self.floor != target:
                await asyncio.sleep(1)
                self.floor += 1 if target > self.floor else -1
            async with self.condition:
                self.stops = [s for s in self.stops if s != target]
                self.condition.notify_all()
            await asyncio.sleep(0.5)


async def main():
    lift = Elevator()
    motor = asyncio.create_task(lift.run())
    await asyncio.gather(lift.call("ann", 0, 5), lift.call("bob", 3, 1), lift.call("cyd", 5, 0))
    motor.cancel()
    print("stops at", lift.floor)


asyncio.run(main())

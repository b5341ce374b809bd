"""Events: one signal for many, clearing, waiting with a limit, and an event with a value."""
import asyncio


class Signal(asyncio.Event):
    """An event that carries a value to those who wait."""

    value = None

    def fire(self, value):
        self.value = value
        self.set()

    async def wait(self):
        await super().wait()
        return self.value


async def horse(name, gate, speed):
    await gate.wait()
    print(f"{name} is off")
    await asyncio.sleep(10 / speed)
    return name


async def main():
    gate = asyncio.Event()
    race = [asyncio.create_task(horse(name, gate, speed)) for name, speed in (("Star", 5), ("Moon", 4), ("Dust", 8))]
    await asyncio.sleep(1)
    print("steady", gate.is_set(), "waiting" in repr(gate))
    gate.set()
    print("finish:", [await finished for finished in asyncio.as_completed(race)])
    print(await gate.wait(), "an event once set lets everybody through")
    gate.clear()
    try:
        await asyncio.wait_for(gate.wait(), 0.5)
    except asyncio.TimeoutError:
        print("nobody opened the gate again")

    signal = Signal()
    listeners = [asyncio.create_task(signal.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    signal.fire("lunch")
    print(await asyncio.gather(*listeners))

    ping, pong = asyncio.Event(), asyncio.Event()

    async def player(mine, other, word):
        for _ in range(3):
            await mine.wait()
            mine.clear()
            print(word, end=" ")
            other.set()

    ping.set()
    await asyncio.gather(player(pong, ping, "pong\n"), player(ping, pong, "ping"))

asyncio.run(main())

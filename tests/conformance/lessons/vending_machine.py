"""A state machine of coroutines: each state waits for an event and returns the next state."""
import asyncio
from enum import Enum, auto


class Coin(int):
    pass


class Button(Enum):
    TEA = 30
    SOUP = 50
    CANCEL = auto()


class Machine:
    def __init__(self, events):
        self.events, self.credit, self.log = events, 0, []

    async def run(self):
        state = self.idle
        while state is not None:
            self.log.append(state.__name__)
            state = await state()

    async def idle(self):
        match await self.events.get():
            case Coin() as coin:
                self.credit = coin
                return self.paying
            case None:
                return None
            case Button() as button:
                print(f"insert coins for {button.name.lower()}")
                return self.idle

    async def paying(self):
        try:
            event = await asyncio.wait_for(self.events.get(), 10)
        except TimeoutError:
            print("nothing happens for long")
            return self.refund
        match event:
            case Coin() as coin:
                self.credit += coin
                print("credit", self.credit)
                return self.paying
            case Button.CANCEL:
                return self.refund
            case Button(value=price) as button if price <= self.credit:
                self.credit -= price
                print("brewing", button.name)
                await asyncio.sleep(2)
                return self.refund if self.credit else self.idle
            case Button() as button:
                print(f"{button.name} costs {button.value - self.credit} more")
                return self.paying

    async def refund(self):
        print("returned", self.credit)
        self.credit = 0
        return self.idle


async def customer(events):
    for pause, event in ((1, Button.TEA), (1, Coin(20)), (1, Button.TEA), (1, Coin(20)), (1, Button.TEA), (3, Coin(10)), (1, Button.CANCEL), (1, Coin(50)), (11, None)):
        await asyncio.sleep(pause)
        await events.put(event)


async def main():
    machine = Machine(asyncio.Queue())
    await asyncio.gather(machine.run(), customer(machine.events))
    print(*machine.log)

asyncio.run(main())

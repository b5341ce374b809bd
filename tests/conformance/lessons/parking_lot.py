"""Cars, spaces and a ticket machine: semaphore, lock, random stays, and impatient drivers."""
import asyncio
import random
from collections import Counter
from contextlib import asynccontextmanager


class Lot:
    price = 0.5

    def __init__(self, spaces):
        self._spaces, self._machine = asyncio.Semaphore(spaces), asyncio.Lock()
        self.income, self.events = 0.0, Counter()

    @asynccontextmanager
    async def space(self, car, patience):
        try:
            await asyncio.wait_for(self._spaces.acquire(), patience)
        except TimeoutError:
            self.events["drove on"] += 1
            raise
        entered = now()
        try:
            yield
        finally:
            async with self._machine:
                await asyncio.sleep(0.5)
                self.income += (now() - entered) * self.price
            self._spaces.release()
            self.events["left"] += 1


def now():
    return asyncio.get_running_loop().time()


async def drive(car, lot, stay, patience=3):
    try:
        async with lot.space(car, patience):
            print(f"{now():5.1f} car {car} parks for {stay}")
            await asyncio.sleep(stay)
            if car % 4 == 0:
                raise RuntimeError(f"car {car} does not start")
    except TimeoutError:
        print(f"{now():5.1f} car {car} drives on")
    except RuntimeError as error:
        print(f"{now():5.1f} {error}, it is towed away")
    else:
        print(f"{now():5.1f} car {car} leaves")


async def main():
    random.seed(5)
    lot, cars = Lot(2), []
    for car in range(1, 8):
        cars.append(asyncio.create_task(drive(car, lot, random.randint(2, 6)), name=f"car {car}"))
        await asyncio.sleep(random.choice([0, 1]))
    await asyncio.gather(*cars)
    print(f"income {lot.income:.2f}, {dict(lot.events)}")

asyncio.run(main())

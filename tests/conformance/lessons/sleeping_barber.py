"""The sleeping barber: a chair, a waiting room with few seats, and customers who leave."""
import asyncio
import random


class Shop:
    def __init__(self, seats):
        self.waiting = asyncio.Queue(seats)
        self.log = {"served": [], "left": []}

    def say(self, text):
        print(f"{asyncio.get_running_loop().time():5.1f} {text}")

    async def barber(self):
        while True:
            if self.waiting.empty():
                self.say("the barber falls asleep")
            name, chair = await self.waiting.get()
            self.say(f"cutting {name}")
            await asyncio.sleep(random.choice((2, 3)))
            chair.set_result("a fine cut")
            self.waiting.task_done()

    async def customer(self, name):
        chair = asyncio.get_running_loop().create_future()
        try:
            self.waiting.put_nowait((name, chair))
        except asyncio.QueueFull:
            self.say(f"{name} sees no free seat and leaves")
            self.log["left"].append(name)
            return
        self.say(f"{name} sits down, {self.waiting.qsize()} waiting")
        result = await chair
        self.log["served"].append(name)
        self.say(f"{name} goes home with {result}")


async def main():
    random.seed(11)
    shop = Shop(2)
    barber = asyncio.create_task(shop.barber())
    async with asyncio.TaskGroup() as customers:
        for name in ("Abe", "Bob", "Cal", "Dan", "Eli", "Fox"):
            customers.create_task(shop.customer(name))
            await asyncio.sleep(random.choice((0.5, 1, 4)))
    barber.cancel()
    print(shop.log, await asyncio.gather(barber, return_exceptions=True))

asyncio.run(main())

# What asyncio.timeout() raises leads back to the task: one that ends with it lives until the
# interpreter does, and is reported then; caught, it goes at once.
import asyncio


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("lets go of", self.name)


async def late(name):
    noted = Noted(name)
    async with asyncio.timeout(1):
        await asyncio.sleep(2)


async def main():
    try:
        await late("caught")
    except TimeoutError:
        pass
    print("caught")
    asyncio.create_task(late("never retrieved"))
    await asyncio.sleep(3)
    print("slept")


asyncio.run(main())
print("end")

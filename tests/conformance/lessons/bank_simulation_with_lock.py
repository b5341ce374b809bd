"""A race between coroutines and the lock that ends it."""
import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def unsafe(self, amount):
        seen = self.balance
        await asyncio.sleep(0.1)
        self.balance = seen - amount

    async def safe(self, amount):
        async with self.lock:
            await self.unsafe(amount)

    async def polite(self, amount, name):
        if self.lock.locked():
            print(f"{name} waits")
        await self.lock.acquire()
        try:
            print(f"{name} is in")
            await self.unsafe(amount)
        finally:
            self.lock.release()
            print(f"{name} is out")


async def main():
    loop = asyncio.get_running_loop()
    account = Account(100)
    await asyncio.gather(*(account.unsafe(10) for _ in range(5)))
    print("without the lock:", account.balance, f"{loop.time():.1f}")
    account = Account(100)
    await asyncio.gather(*(account.safe(10) for _ in range(5)))
    print("with the lock:", account.balance, f"{loop.time():.1f}")
    await asyncio.gather(*(account.polite(1, name) for name in "abc"))
    print(str(account.lock).split()[-1], account.balance)
    try:
        account.lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())

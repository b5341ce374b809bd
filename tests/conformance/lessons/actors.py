"""Actors: objects with a mailbox and a task of their own; tell, ask, and poison."""
import asyncio


class Actor:
    _stop = object()

    def __init__(self):
        self._box = asyncio.Queue()
        self._task = asyncio.create_task(self._run(), name=type(self).__name__)

    def tell(self, name, *args):
        self._box.put_nowait((name, args, None))

    async def ask(self, name, *args):
        answer = asyncio.get_running_loop().create_future()
        self._box.put_nowait((name, args, answer))
        return await answer

    async def stop(self):
        self._box.put_nowait((self._stop, (), None))
        await self._task

    async def _run(self):
        while True:
            name, args, answer = await self._box.get()
            if name is self._stop:
                print(f"{asyncio.current_task().get_name()} stops")
                return
            try:
                result = await getattr(self, f"on_{name}", self.unknown)(*args)
            except Exception as error:
                if answer is None:
                    print(f"lost error: {error!r}")
                else:
                    answer.set_exception(error)
            else:
                if answer is not None:
                    answer.set_result(result)

    async def unknown(self, *args):
        raise LookupError(f"{type(self).__name__} does not know that message")


class Account(Actor):
    balance = 0

    async def on_deposit(self, amount):
        await asyncio.sleep(0.1)
        self.balance += amount
        return self.balance

    async def on_withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{amount} is more than {self.balance}")
        self.balance -= amount
        return self.balance


class Broker(Actor):
    async def on_move(self, source, target, amount):
        await source.ask("withdraw", amount)
        return await target.ask("deposit", amount)


async def main():
    mine, yours, broker = Account(), Account(), Broker()
    mine.tell("deposit", 50)
    mine.tell("withdraw", 500)
    print(await mine.ask("deposit", 5), await broker.ask("move", mine, yours, 20), mine.balance)
    for request in (("move", yours, mine, 21), ("dance",)):
        try:
            await broker.ask(*request)
        except (ValueError, LookupError) as error:
            print(f"{type(error).__name__}: {error}")
    for actor in (broker, mine, yours):
        await actor.stop()

asyncio.run(main())

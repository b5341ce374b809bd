"""Anything with __await__ can be awaited: a value, a delay, a lazily built object."""
import asyncio


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Delay:
    def __init__(self, seconds, result=None):
        self.seconds, self.result = seconds, result

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.result


class Database:
    """`db = await Database("name")` builds and opens at once."""

    def __init__(self, name):
        self.name = name
        self.open = False

    def __await__(self):
        return self._open().__await__()

    async def _open(self):
        await asyncio.sleep(0.2)
        self.open = True
        return self

    def __repr__(self):
        return f"<Database {self.name} {'open' if self.open else 'closed'}>"


class Wrong:
    def __await__(self):
        return [1, 2]


class AlsoWrong:
    def __await__(self):
        yield 42


async def main():
    print(await Ready(5), await Ready(None))
    print(await Delay(0.5, "slept"))
    lazy = Database("shop")
    print(lazy)
    print(await lazy, lazy.open)
    print(await asyncio.gather(Delay(1, 1), Delay(0.5, 2), Ready(3)))
    print(await asyncio.wait_for(Delay(0.1, "in time"), 1))
    for wrong in (Wrong(), 7, AlsoWrong(), print):
        try:
            await wrong
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, "-", error)


asyncio.run(main())

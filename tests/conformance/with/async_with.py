"""__aenter__ and __aexit__ are awaited."""
import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(1)
        print("open", self.name, asyncio.get_running_loop().time())
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)
        print("close", self.name, kind and kind.__name__)
        return kind is ValueError


async def main():
    async with Connection("a") as a, Connection("b"):
        print("inside", a.name)
    async with Connection("c"):
        raise ValueError("swallowed")
    task = asyncio.create_task(hold())
    await asyncio.sleep(3)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def hold():
    async with Connection("d"):
        await asyncio.sleep(100)

asyncio.run(main())

# An exception that a worker's call raises lives no longer than who is told of it: nothing that
# carried it here (the call, the two futures) ties it to itself.
import asyncio


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("lets go of", self.name)


def fails(name):
    raise ValueError(name)


async def in_a_worker(name):
    noted = Noted(name)
    try:
        await asyncio.to_thread(fails, name)
    except ValueError as error:
        print("caught", error)
        raise


async def by_the_loop(name):
    noted = Noted(name)
    await asyncio.get_running_loop().run_in_executor(None, fails, name)


async def main():
    for each in (in_a_worker("first"), by_the_loop("second")):
        print(await asyncio.gather(each, return_exceptions=True))
        print("gathered")
    try:
        await by_the_loop("third")
    except ValueError as error:
        print(repr(error))
    print("end")


asyncio.run(main())

"""A future shows its exception, and fails to where that fails to show itself."""
import asyncio


class Silent(Exception):
    def __repr__(self):
        raise ValueError("no words")


async def fails():
    raise Silent


async def main():
    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    future = asyncio.get_running_loop().create_future()
    future.set_exception(Silent())
    for each in (task, future):
        try:
            print(repr(each))
        except ValueError as error:
            print(error)
        each.exception()


asyncio.run(main())

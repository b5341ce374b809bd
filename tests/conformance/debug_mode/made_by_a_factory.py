# What a task factory makes was made where the factory stands, whoever asked for it.
import asyncio
import time


class Own(asyncio.Task):
    pass


def factory(loop, coroutine, **keywords):
    return Own(coroutine, loop=loop, **keywords)


async def slow():
    time.sleep(0.2)


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    await asyncio.create_task(slow())
    await asyncio.ensure_future(slow())
    await asyncio.get_running_loop().create_task(slow())
    await asyncio.gather(slow())


asyncio.run(main(), debug=True)

"""get_coro gives the very coroutine; its repr tells what it is."""
# shows: task / Task.get_coro / the very object that was wrapped
# shows: task / Coroutines / the repr of a coroutine object
import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    coroutine = work()
    print(repr(coroutine).split(" at ")[0])
    tasks = [asyncio.create_task(coroutine), asyncio.create_task(asyncio.sleep(1)), asyncio.ensure_future(Own())]
    print([task.get_coro() is coroutine for task in tasks], [task.get_coro().__name__ for task in tasks])
    await asyncio.wait(tasks)
    print(tasks[0].get_coro() is coroutine)


class Own:
    def __await__(self):
        yield


asyncio.run(main())

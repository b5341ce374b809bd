"""as_completed gives coroutines that end in the order of the tasks' ends."""
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    works = [work("c", 3), work("a", 1), work("bad", 2), asyncio.create_task(work("d", 1))]
    for next_one in asyncio.as_completed(works):
        try:
            print(loop.time(), await next_one)
        except ValueError as error:
            print(loop.time(), repr(error))
    print(list(asyncio.as_completed([])))


asyncio.run(main())

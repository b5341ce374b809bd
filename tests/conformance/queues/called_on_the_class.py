# `q = asyncio.Queue` without brackets: the item stands where self should.
import asyncio


async def main():
    queue = asyncio.Queue
    for call in (lambda: queue.put_nowait(1), lambda: asyncio.TaskGroup.create_task(2)):
        try:
            call()
        except TypeError as error:
            print(error)
    await queue.put(1)


asyncio.run(main())

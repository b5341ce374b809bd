# What asyncio's C types keep cannot be copied.
import asyncio
import copy


async def main():
    future = asyncio.get_running_loop().create_future()
    for thing in (future, asyncio.current_task(), asyncio.CancelledError("why"), asyncio.QueueFull()):
        for copied in (copy.copy, copy.deepcopy):
            try:
                print(repr(copied(thing)))
            except TypeError as error:
                print(error)


asyncio.run(main())

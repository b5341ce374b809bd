"""An error in the block cancels the tasks and joins their errors."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled at", asyncio.get_running_loop().time())
        raise OSError("while cancelled")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn())
            group.create_task(stubborn())
            await asyncio.sleep(1)
            raise ValueError("own")
    except ExceptionGroup as error:
        print(error.exceptions, repr(error.__context__))


asyncio.run(main())

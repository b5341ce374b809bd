"""What fails while run() shuts down after its main has failed says so: that comes first."""
import asyncio
import sys


async def background():
    try:
        await asyncio.sleep(9)
    finally:
        print("handled", repr(sys.exc_info()[1]), repr(sys.exc_info()[1].__context__))
        raise LookupError("cleanup")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    raise ValueError("main failed")


asyncio.run(main())

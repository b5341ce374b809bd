# An awaitable that gives the running task itself.
import asyncio


class Myself:
    def __await__(self):
        yield asyncio.current_task()


async def main():
    try:
        await Myself()
    except RuntimeError as error:
        print(str(error).split(":")[0])


asyncio.run(main())

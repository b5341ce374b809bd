"""In debug mode a coroutine function given to an executor is refused."""
# shows: eventloop / loop.run_in_executor / in debug mode no coroutine
import asyncio


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (coroutine, 5):
        try:
            await loop.run_in_executor(None, wrong)
        except TypeError as error:
            print(error)


asyncio.run(main(), debug=True)

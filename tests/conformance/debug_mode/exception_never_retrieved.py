"""An exception that nobody retrieves is logged, in debug mode with where the task was made."""
# shows: dev / Detect never-retrieved exceptions / logged when the future dies, with its traceback
# shows: dev / Detect never-retrieved exceptions / in debug mode with where the task was made
# shows: dev / Logging / all through the logger "asyncio"
import asyncio
import logging


async def bug(text):
    raise Exception(text)


async def main():
    asyncio.create_task(bug("not consumed"))
    await asyncio.sleep(1)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("a future's"))
    del future


asyncio.run(main())
asyncio.run(main(), debug=True)
logging.basicConfig(format="%(name)s|%(levelname)s|%(message)s")
asyncio.run(main())
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
asyncio.run(main())

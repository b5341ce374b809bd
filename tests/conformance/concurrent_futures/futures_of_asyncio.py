"""wait() and as_completed() of concurrent.futures take no futures of asyncio."""
import asyncio
import concurrent.futures as cf


async def main():
    future = asyncio.get_running_loop().create_future()
    for call in (lambda: cf.wait([future]), lambda: next(cf.as_completed([future]))):
        try:
            call()
        except AttributeError as error:
            print(error)


asyncio.run(main())

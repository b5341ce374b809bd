# What is no context at all fails in the default handler, which the loop reports in turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler(5)
    try:
        loop.default_exception_handler(None)
    except AttributeError as error:
        print(error)
    for make in asyncio.Semaphore, asyncio.BoundedSemaphore:
        try:
            make("three")
        except TypeError as error:
            print(error)


asyncio.run(main())

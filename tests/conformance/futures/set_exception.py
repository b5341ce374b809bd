"""The exception is raised where the future is awaited."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_exception, KeyError("k"))
    try:
        await future
    except KeyError as error:
        print(repr(error), loop.time())
    by_class = loop.create_future()
    by_class.set_exception(ValueError)
    print(repr(by_class.exception()))
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print(error)

asyncio.run(main())

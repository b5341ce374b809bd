"""A call in a thread that raises StopIteration never ends for who awaits it."""
import asyncio


def stops():
    raise StopIteration(3)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(repr(context["exception"])))
    try:
        await asyncio.wait_for(asyncio.to_thread(stops), 1)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())

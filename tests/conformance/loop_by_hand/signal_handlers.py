"""Signal handlers can be set and removed."""
# shows: eventloop / loop.add_signal_handler / for a signal that can be caught; a callable, no coroutine
# shows: eventloop / loop.remove_signal_handler / True where there was one
import asyncio
import signal


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.add_signal_handler(signal.SIGTERM, print, "terminated"))
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for number, callback in ((signal.SIGKILL, print), (500, print), (signal.SIGINT, coroutine), ("x", print)):
        try:
            loop.add_signal_handler(number, callback)
        except (RuntimeError, ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())

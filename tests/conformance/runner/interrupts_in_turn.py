"""A main task that goes on after the first interrupt is ended by the second, at once."""
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    for _ in range(2):
        try:
            loop.call_later(1, signal.raise_signal, signal.SIGINT)
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("cancelled", loop.time())
            await asyncio.sleep(1)
    return "finished"


with asyncio.Runner() as runner:
    try:
        print(runner.run(main()))
    except KeyboardInterrupt as error:
        print(repr(error))
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print("plain")

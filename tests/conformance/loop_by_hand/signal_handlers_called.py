"""A handler of the loop is called with its arguments, among the other callbacks."""
# shows: eventloop / loop.add_signal_handler / the callback runs in the loop, with its arguments, once per signal
# shows: eventloop / Examples / handlers for SIGINT and SIGTERM
import asyncio
import functools
import signal


def ask_exit(name, stop, *, how):
    print("got", name, how, asyncio.get_running_loop().time())
    stop.set()


async def main():
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        stop = asyncio.Event()
        loop.add_signal_handler(getattr(signal, name), functools.partial(ask_exit, how="gently"), name, stop)
        loop.call_later(1, signal.raise_signal, getattr(signal, name))
        await asyncio.wait_for(stop.wait(), 3600)
        print(loop.remove_signal_handler(getattr(signal, name)))


asyncio.run(main())

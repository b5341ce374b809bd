"""A signal's callback comes after what is ready when it comes, in the context in which it was added."""
# shows: eventloop / loop.add_signal_handler / the callback may use the loop, as no other handler of a signal may
import asyncio
import contextvars
import signal

var = contextvars.ContextVar("var", default="none")


def got(name):
    print("got", name, var.get(), asyncio.get_running_loop().time())
    asyncio.get_running_loop().call_soon(print, "scheduled by", name)


async def other(name):
    for _ in range(4):
        print(name)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    var.set("as it was added")
    for name in ("SIGUSR1", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, name), got, name)
    print(signal.getsignal(signal.SIGTERM).__name__)
    var.set("later")
    tasks = [asyncio.create_task(other(name)) for name in "ab"]
    loop.call_soon(signal.raise_signal, signal.SIGTERM)
    loop.call_soon(signal.raise_signal, signal.SIGUSR1)
    loop.call_soon(loop.call_soon, print, "called soon")
    await asyncio.gather(*tasks)
    loop.add_signal_handler(signal.SIGINT, loop.stop)
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGTERM)
    print(loop.remove_signal_handler(signal.SIGTERM), signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)
    await asyncio.sleep(1)
    print("never printed")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
loop.close()
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL)

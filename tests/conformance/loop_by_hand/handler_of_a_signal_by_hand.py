"""A handler that the program sets stays during run(), and gets the number and the frame."""
# shows: runner / Handling Keyboard Interruption / run() takes no interrupts where the program has a handler
import asyncio
import signal


def own(number, frame):
    print("own handler", number, frame is not None)


async def main():
    print(signal.getsignal(signal.SIGINT) is own)
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    await asyncio.sleep(2)
    return "finished"


signal.signal(signal.SIGINT, own)
print(asyncio.run(main()))

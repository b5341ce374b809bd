"""A loop that does not run in the main thread takes no handlers of signals."""
# shows: eventloop / loop.add_signal_handler / in the main thread only
# shows: dev / Concurrency and Multithreading / signals are handled in the main thread
import asyncio
import signal
import threading


async def main():
    try:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print, "never")
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)


thread = threading.Thread(target=asyncio.run, args=(main(),))
thread.start()
thread.join()

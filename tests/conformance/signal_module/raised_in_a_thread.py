"""A signal that a thread raises is handled by the main thread, once that goes on."""
# shows: dev / Concurrency and Multithreading / signals are handled in the main thread
import asyncio
import os
import signal
import threading
import time


def handler(number, frame):
    print("handler", threading.current_thread().name, number, time.monotonic())
    if number == signal.SIGUSR2:
        raise LookupError("from the handler")


signal.signal(signal.SIGUSR1, handler)
signal.signal(signal.SIGUSR2, handler)


def work(*numbers):
    time.sleep(1)
    for number in numbers:
        signal.raise_signal(number)
    print("raised", time.monotonic())
    time.sleep(1)
    print("thread over", time.monotonic())


thread = threading.Thread(target=work, args=(signal.SIGUSR1, signal.SIGUSR1))
thread.start()
thread.join()
thread = threading.Thread(target=work, args=(signal.SIGUSR2, signal.SIGUSR1))
thread.start()
try:
    time.sleep(10)
except LookupError as error:
    print(error, time.monotonic())
thread.join()


async def main(number):
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, lambda: print("of the loop", loop.time()))
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled", loop.time())
        raise
    finally:
        thread.join()


asyncio.run(main(signal.SIGTERM))
try:
    asyncio.run(main(signal.SIGINT))
except KeyboardInterrupt:
    print("interrupted", time.monotonic())
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
asyncio.run(asyncio.to_thread(os.kill, os.getpid(), signal.SIGUSR1))

"""KeyboardInterrupt: the main task is cancelled and cleans up; run() raises KeyboardInterrupt."""
# shows: runner / Handling Keyboard Interruption / the main task is cancelled, then run() raises KeyboardInterrupt
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled at", loop.time())
        raise
    finally:
        print("cleaned up")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupted", repr(error))

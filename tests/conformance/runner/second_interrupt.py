"""The second interrupt raises KeyboardInterrupt at once, without cancelling the main task."""
# shows: runner / Handling Keyboard Interruption / the second one raises KeyboardInterrupt at once
import asyncio
import signal


async def main():
    task = asyncio.current_task()
    signal.raise_signal(signal.SIGINT)
    print("goes on after the first", task.cancelling())
    try:
        signal.raise_signal(signal.SIGINT)
        print("never printed")
    except KeyboardInterrupt:
        print("interrupted by the second", task.cancelling())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("left")

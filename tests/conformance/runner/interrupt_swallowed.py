"""An interrupted main task that goes on and returns gives its result: no KeyboardInterrupt."""
# shows: runner / Handling Keyboard Interruption / the CancelledError can be caught in the main task
import asyncio
import signal


async def main(deny):
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("asked to stop", asyncio.current_task().cancelling())
        if deny == "uncancelled":
            asyncio.current_task().uncancel()
            raise
    return "went on"


for deny in ("uncancelled", "swallowed"):
    try:
        print(asyncio.run(main(deny)))
    except BaseException as error:
        print(repr(error))

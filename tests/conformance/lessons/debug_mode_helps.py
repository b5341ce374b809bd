"""Debug mode: slow callbacks, the place where a task was made, and how it is turned on."""
import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(levelname)s %(name)s: %(message).40s")


async def hog(seconds):
    time.sleep(seconds)
    return seconds


async def main(label):
    loop = asyncio.get_running_loop()
    print(label, loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(hog(0.05))
    await asyncio.create_task(hog(0.2))
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(hog(0.3))
    loop.set_debug(not loop.get_debug())
    print(loop.get_debug())
    await asyncio.create_task(hog(1))


asyncio.run(main("plain"))
asyncio.run(main("debug"), debug=True)
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())


async def unsafe():
    loop = asyncio.get_running_loop()

    def from_a_thread():
        try:
            loop.call_soon(print, "never")
        except RuntimeError as error:
            return str(error)
    return await asyncio.to_thread(from_a_thread)


print(asyncio.run(unsafe(), debug=True))

"""Debug mode: by run(), by set_debug(), by Runner; what it switches on."""
# shows: dev / Debug Mode / debug=True for run(), Runner(), and loop.set_debug()
# shows: eventloop / loop.get_debug / the mode of the loop
# shows: eventloop / loop.set_debug / sets it
# shows: dev / Debug Mode / loop.slow_callback_duration says what counts as slow
import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format="%(name)s %(levelname)s %(message)s")


def blocks(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    time.sleep(0.2)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    time.sleep(0.4)
    await asyncio.sleep(0)
    loop.call_soon(blocks, 0.5)
    await asyncio.sleep(1)
    loop.set_debug(not loop.get_debug())
    time.sleep(1)
    await asyncio.sleep(0)
    print(loop.get_debug())


asyncio.run(main())
asyncio.run(main(), debug=True)
with asyncio.Runner(debug=True) as runner:
    runner.run(main())

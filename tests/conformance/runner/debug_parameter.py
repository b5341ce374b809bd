"""debug= of run() and Runner: True, False, and None for what is set elsewhere."""
# shows: runner / run / debug=True, False, or None, the default, for the global setting
# shows: runner / Runner / debug=None asks the global setting
# shows: dev / Debug Mode / PYTHONASYNCIODEBUG
# shows: eventloop / loop.get_debug / True at first where PYTHONASYNCIODEBUG is a non-empty string
import asyncio
import os


async def mode():
    return asyncio.get_running_loop().get_debug()


def runner_mode(debug):
    with asyncio.Runner(debug=debug) as runner:
        return runner.run(mode())


for value in (None, "", "1", "0", "no"):
    if value is not None:
        os.environ["PYTHONASYNCIODEBUG"] = value
    print(repr(value), asyncio.run(mode()), [asyncio.run(mode(), debug=debug) for debug in (None, True, False)],
          [runner_mode(debug) for debug in (None, True, False)])
    loop = asyncio.new_event_loop()
    print(loop.get_debug())
    loop.close()

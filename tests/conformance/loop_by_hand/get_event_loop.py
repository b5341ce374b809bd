"""get_event_loop inside and outside of a run."""
# shows: eventloop / get_event_loop / in coroutines and callbacks the running loop
# shows: eventloop / get_event_loop / DeprecationWarning where no loop runs and none is set
# shows: eventloop / get_running_loop / the running loop, in callbacks too
import asyncio
import warnings


async def main(loop):
    print(asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop)
    asyncio.set_event_loop(asyncio.new_event_loop())
    print(asyncio.get_event_loop() is loop)
    loop.call_soon(lambda: print(asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop))
    await asyncio.sleep(0)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loop = asyncio.get_event_loop()
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
    print(asyncio.get_event_loop() is loop, len(caught))
loop.run_until_complete(main(loop))
loop.close()
print(asyncio.get_event_loop() is loop, asyncio.get_event_loop().is_closed())
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.run(asyncio.sleep(0))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)

"""shutdown_asyncgens closes what is open, and warns of what comes after."""
# shows: eventloop / loop.shutdown_asyncgens / open generators are closed
# shows: eventloop / loop.shutdown_asyncgens / a warning for one that is iterated afterwards
import asyncio
import warnings


async def numbers(name):
    try:
        for n in range(5):
            yield n
            await asyncio.sleep(0)
    finally:
        print("closed", name)


async def start(name):
    generator = numbers(name)
    print(name, await anext(generator))
    return generator


loop = asyncio.new_event_loop()
kept = [loop.run_until_complete(start(name)) for name in ("first", "second")]
loop.run_until_complete(loop.shutdown_asyncgens())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    kept.append(loop.run_until_complete(start("late")))
    print([(w.category.__name__, str(w.message).split(" at ")[0]) for w in caught])
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()

"""Making breakfast one thing at a time, then with everything on the stove at once."""
import asyncio


async def cook(thing, minutes, *, needs=()):
    for task in needs:
        await task
    print(f"start {thing}")
    await asyncio.sleep(minutes)
    print(f"{thing} ready after {asyncio.get_running_loop().time() - cook.start:g} minutes")
    return thing


async def breakfast(together):
    cook.start = asyncio.get_running_loop().time()
    menu = {"coffee": 5, "eggs": 7, "toast": 3}
    if not together:
        return [await cook(thing, minutes) for thing, minutes in menu.items()]
    tasks = {thing: asyncio.create_task(cook(thing, minutes)) for thing, minutes in menu.items()}
    plate = asyncio.create_task(cook("plate", 1, needs=(tasks["eggs"], tasks["toast"])))
    return await asyncio.gather(*tasks.values(), plate)


for together in (False, True):
    print(asyncio.run(breakfast(together)))

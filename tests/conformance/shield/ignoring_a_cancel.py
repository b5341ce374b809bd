"""A shield with try and except: the cancel is ignored altogether."""
# shows: task / shield / the caller is cancelled, the task is not
# shows: task / shield / with try and except a cancel can be ignored
# shows: task / shield / if the task is cancelled by other means, so is the shield
import asyncio


async def something():
    await asyncio.sleep(2)
    return "something"


async def caller():
    task = asyncio.create_task(something(), name="inner")
    try:
        result = await asyncio.shield(task)
    except asyncio.CancelledError:
        result = None
    print("caller goes on with", result, task.done())
    return await task


async def main():
    outer = asyncio.create_task(caller())
    await asyncio.sleep(1)
    outer.cancel()
    print(await outer, outer.cancelling(), asyncio.get_running_loop().time())
    inner = asyncio.create_task(something())
    shield = asyncio.shield(inner)
    print(type(shield).__name__, shield is inner, inner.done())
    await asyncio.sleep(0)
    inner.cancel("by other means")
    try:
        await shield
    except asyncio.CancelledError as error:
        print(repr(error), shield.cancelled(), inner.cancelled())
    for wrong in (5, None, "text"):
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())

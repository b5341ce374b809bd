"""A handler for what the tasks of a group raise."""
import asyncio


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def main():
    try:
        results = await asyncio.gather(fail(1, ValueError("v")), fail(2, KeyError("k")), return_exceptions=True)
        raise ExceptionGroup("several", results)
    except* ValueError as group:
        await asyncio.sleep(1)
        print("values", group.exceptions)
    except* KeyError as group:
        print("keys", [repr(e) for e in group.exceptions])
    async with asyncio.timeout(5):
        try:
            raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
        except* ValueError as e:
            for each in e.exceptions:
                await fail(0.1, each) if False else print(each)
    try:
        print(e)
    except UnboundLocalError as error:
        print(error)


asyncio.run(main())

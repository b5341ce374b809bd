"""It is a generator: what is wrong shows when the first item is asked for."""
import asyncio


async def nothing():
    return 1


async def main():
    task = asyncio.create_task(nothing())
    for wrong in (task, 5, [5]):
        iterator = asyncio.as_completed(wrong)
        try:
            next(iterator)
        except TypeError as error:
            print(error)
    twice = list(asyncio.as_completed([task, task]))
    print(len(twice), await twice[0])
    left = list(asyncio.as_completed([nothing(), nothing()]))
    print(await left[1], len(left))
    left[0].close()
    twice[1].close()


asyncio.run(main())

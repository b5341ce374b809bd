"""asend, athrow, aclose: values and exceptions go in, values come out."""
import asyncio


async def averager():
    total, count, average = 0, 0, None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print("caught", error)
            total, count, average = 0, 0, None
            continue
        await asyncio.sleep(0.5)
        total += value
        count += 1
        average = total / count


async def main():
    agen = averager()
    print(await agen.asend(None), await agen.asend(10), await agen.asend(20))
    print(await agen.athrow(ValueError("reset")))
    print(await agen.asend(3), await agen.athrow(ValueError, "again"))
    await agen.aclose()
    await agen.aclose()
    try:
        await agen.asend(1)
    except StopAsyncIteration as end:
        print("ended", end.args)
    other = averager()
    try:
        await other.asend(5)
    except TypeError as error:
        print(error)
    try:
        await other.athrow(KeyError("out"))
    except KeyError as error:
        print("out again", error, other.ag_frame)


asyncio.run(main())

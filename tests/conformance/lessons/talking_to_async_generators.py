"""asend, athrow and aclose: an asynchronous generator as a partner in a talk."""
import asyncio


async def averager():
    total = count = 0
    mean = None
    while True:
        try:
            value = yield mean
        except ValueError as error:
            print("  told:", error)
            total = count = 0
            mean = "reset"
            continue
        except GeneratorExit:
            print("  closing with", count, "values")
            raise
        await asyncio.sleep(0.1)
        total, count = total + value, count + 1
        mean = total / count


async def stubborn():
    while True:
        try:
            yield "no"
        except GeneratorExit:
            print("  not leaving")
            await asyncio.sleep(0)
        else:
            continue


async def short():
    received = yield 1
    print("  received", received)


async def main():
    talk = averager()
    print(await anext(talk), await talk.asend(10), await talk.asend(20))
    print(await talk.athrow(ValueError("start again")), await talk.asend(4))
    await talk.aclose()
    try:
        await talk.asend(1)
    except StopAsyncIteration as stop:
        print("ended", repr(stop))
    await talk.aclose()

    fresh = averager()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print(error)
    await fresh.aclose()

    rude = stubborn()
    print(await anext(rude))
    try:
        await rude.aclose()
    except RuntimeError as error:
        print(error)

    brief = short()
    print(await brief.asend(None))
    print(await anext(brief, "the default at the end"))
    try:
        await averager().athrow(KeyError("before the start"))
    except KeyError as error:
        print("athrow", error)
    print(type(brief).__name__, brief.__name__, brief.ag_running, brief.ag_frame is None)

asyncio.run(main())

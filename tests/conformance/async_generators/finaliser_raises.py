"""What goes wrong while the loop closes a generator is reported, not raised."""
import asyncio


async def bad(name):
    try:
        yield 1
    finally:
        raise ValueError(name)


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


async def main():
    global keep
    keep = [bad("one"), bad("two")]
    for each in keep:
        await anext(each)
    lost = bad("lost")
    await anext(lost)
    del lost
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())

"""A generator of a loop that is closed is dropped where it stands: its hook is called, once."""
import asyncio

kept = []


async def count(name):
    try:
        for number in range(3):
            yield number
            await asyncio.sleep(1)
    finally:
        print("closing", name)
        await asyncio.sleep(1)


async def walks(name):
    async for number in count(name):
        print(name, number)


async def main():
    kept.append(count("kept"))
    print(await anext(kept[0]))
    asyncio.create_task(walks("walked"))
    await asyncio.sleep(0.5)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print("end")

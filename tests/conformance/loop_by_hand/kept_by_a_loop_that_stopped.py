"""What a loop is still going to call, it keeps until the names of the program go."""
import asyncio


async def waits():
    await asyncio.wait([asyncio.create_task(asyncio.sleep(1))])
    await asyncio.sleep(1)


async def main():
    asyncio.create_task(waits())


async def again():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.run_until_complete(again())

"""run_forever, then shutdown_asyncgens and close, as a loop run by hand ends."""
# shows: eventloop / loop.shutdown_asyncgens / after run_forever(), before close()
import asyncio


async def ticks():
    try:
        while True:
            yield asyncio.get_running_loop().time()
            await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.5)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    async for tick in generator:
        print("tick", tick)
        if tick == 2:
            asyncio.get_running_loop().stop()
            break


generator = ticks()
loop = asyncio.new_event_loop()
main_task = loop.create_task(main())
try:
    loop.run_forever()
finally:
    print("stopped", main_task.done())
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()

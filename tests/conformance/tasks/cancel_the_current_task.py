"""A task that cancels itself hears of it at its next await."""
import asyncio


async def child():
    asyncio.current_task().cancel()
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("now")
        raise


async def returning():
    asyncio.current_task().cancel()
    return "no await came"


async def main():
    print(await asyncio.gather(child(), returning(), return_exceptions=True))

asyncio.run(main())

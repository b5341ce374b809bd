"""except Exception lets CancelledError through, a bare except does not."""
# shows: exceptions / CancelledError / except Exception lets it through
import asyncio


async def careful():
    try:
        await asyncio.sleep(5)
    except Exception:
        print("never printed")


async def careless():
    try:
        await asyncio.sleep(5)
    except:
        print("careless caught it")


async def main():
    tasks = [asyncio.create_task(f()) for f in (careful, careless)]
    await asyncio.sleep(1)
    for task in tasks:
        task.cancel()
    await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1)
    print([t.cancelled() for t in tasks])
    print(asyncio.CancelledError.__mro__[1].__name__)

asyncio.run(main())

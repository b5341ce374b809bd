"""SystemExit from a side task stops the loop; main is cancelled."""
import asyncio
import sys


async def quitter():
    await asyncio.sleep(1)
    sys.exit("that is enough")


async def main():
    asyncio.create_task(quitter())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main cancelled")
        raise

asyncio.run(main())

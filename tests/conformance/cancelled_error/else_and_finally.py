"""On a cancel, else is skipped and finally runs."""
import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
    except ValueError:
        print("never printed")
    else:
        print("else", seconds)
    finally:
        print("finally", seconds)


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 3)]
    await asyncio.sleep(2)
    print([t.cancel() for t in tasks])
    await asyncio.sleep(0)

asyncio.run(main())

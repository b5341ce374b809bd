"""What is never awaited is reported all the same where warnings are errors: nobody could catch it."""
import asyncio
import warnings

warnings.simplefilter("error")


async def forgotten():
    pass


async def main():
    forgotten()
    print("goes on")
    try:
        asyncio.sleep(1)
    except RuntimeWarning:
        print("never printed")
    await asyncio.sleep(1)


asyncio.run(main())

"""Even with return_exceptions a cancelled gather raises."""
# shows: task / gather / a cancel is passed on whatever return_exceptions says
import asyncio


async def child(name, seconds):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(seconds)
        print(name, asyncio.get_running_loop().time())


async def main():
    both = asyncio.gather(child("a", 1), child("b", 2),
                          return_exceptions=True)
    asyncio.get_running_loop().call_later(1, both.cancel)
    try:
        print(await both)
    except asyncio.CancelledError:
        print("cancelled", asyncio.get_running_loop().time())

asyncio.run(main())

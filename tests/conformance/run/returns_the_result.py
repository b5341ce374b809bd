"""asyncio.run hands over what main returns, or its exception."""
import asyncio


async def good():
    await asyncio.sleep(1)
    return {"answer": 42}


async def bad():
    raise LookupError("gone")

print(asyncio.run(good()))
try:
    asyncio.run(bad())
except LookupError as error:
    print("outside:", repr(error))

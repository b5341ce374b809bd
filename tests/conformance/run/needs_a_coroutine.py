"""asyncio.run refuses a function that was not called."""
import asyncio


async def main():
    pass

for thing in (main, 3, None):
    try:
        asyncio.run(thing)
    except ValueError as error:
        print(str(error)[:32])

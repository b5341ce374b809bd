"""asyncio.run cannot be called where a loop runs already."""
import asyncio


async def inner():
    pass


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

asyncio.run(main())

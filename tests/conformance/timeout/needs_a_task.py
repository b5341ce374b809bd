"""A timeout is entered once, and only inside a task."""
import asyncio


async def main():
    limit = asyncio.timeout(1)
    print(limit)
    async with limit:
        print(limit)
    print(limit)
    try:
        async with limit:
            pass
    except RuntimeError as error:
        print(error)
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print(error)

asyncio.run(main())

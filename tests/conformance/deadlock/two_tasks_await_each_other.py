"""Two tasks that wait for each other's future."""
import asyncio


async def main():
    make = asyncio.get_running_loop().create_future
    a, b = make(), make()

    async def first():
        await a
        b.set_result(1)

    async def second():
        await b
        a.set_result(1)

    asyncio.create_task(asyncio.sleep(3, "a timer keeps it alive so long"))
    await asyncio.gather(first(), second())

asyncio.run(main())

"""Gathering what is done already still takes a turn of the loop."""
import asyncio


async def ticker():
    for n in range(4):
        print("tick", n)
        await asyncio.sleep(0)


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    asyncio.create_task(ticker())
    print(await asyncio.gather(done, done))
    print(await asyncio.gather())
    await asyncio.sleep(0)

asyncio.run(main())

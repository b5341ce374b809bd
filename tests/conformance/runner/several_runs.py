"""A Runner keeps one loop for several runs and ends what is left over when it closes."""
# shows: runner / Runner / several runs in one loop
import asyncio


async def endless():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaned up", asyncio.get_running_loop().time())


async def first():
    asyncio.create_task(endless(), name="left over")
    await asyncio.sleep(1)
    return asyncio.get_running_loop()


async def second(loop):
    await asyncio.sleep(1)
    return loop is asyncio.get_running_loop(), loop.time(), loop.get_debug()


with asyncio.Runner() as runner:
    loop = runner.run(first())
    print(runner.get_loop() is loop)
    print(runner.run(second(loop)))
print(loop.is_closed())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)

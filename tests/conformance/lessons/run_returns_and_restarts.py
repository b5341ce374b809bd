"""asyncio.run returns a value, can be called again, refuses to be nested, and Runner keeps a loop."""
import asyncio


async def value(x):
    await asyncio.sleep(1)
    return x


async def nested():
    inner = value(1)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()


async def clock():
    return asyncio.get_running_loop().time()


print(asyncio.run(value(42)), asyncio.run(value("again")))
asyncio.run(nested())
with asyncio.Runner() as runner:
    print(runner.run(value("first")), runner.run(value("second")))
    loop = runner.get_loop()
    print(loop.is_closed())
print(loop.is_closed())
late = clock()
try:
    runner.run(late)
except RuntimeError as error:
    print(error)
late.close()
for wrong in (5, None, [value]):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" at 0x")[0])
try:
    asyncio.run(asyncio.sleep(1, result=ValueError))
    asyncio.run(value(1 / 0))
except ZeroDivisionError as error:
    print(error)

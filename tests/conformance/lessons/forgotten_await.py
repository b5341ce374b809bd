"""Calling a coroutine function makes a coroutine and runs nothing; the interpreter complains."""
import asyncio


async def greet(name):
    print("hello", name)
    return name


async def main():
    result = greet("never printed")
    print(type(result), result.__name__, result.cr_running, result.cr_await)
    del result
    greet("dropped at once")
    print(await greet("awaited"))
    kept = greet("closed by hand")
    kept.close()
    coroutine = greet("twice")
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    for wrong in (greet, None, 3):
        try:
            await wrong
        except TypeError as error:
            print(error)


asyncio.run(main())
try:
    asyncio.run(greet)
except ValueError as error:
    print("ValueError:", str(error).split(" at ")[0])

"""Groups, limits and sleeps need a task or a loop around them."""
# shows: task / TaskGroup / RuntimeError outside of a task
# shows: task / timeout / RuntimeError outside of a task
# shows: task / sleep / RuntimeError without a running loop
import asyncio


async def group():
    async with asyncio.TaskGroup():
        print("never")


async def limit():
    async with asyncio.timeout(1):
        print("never")


async def nap():
    await asyncio.sleep(1)


def drive(function):
    coroutine = function()
    try:
        print(coroutine.send(None))
    except RuntimeError as error:
        print(str(error).split(" object at")[0].split(" <")[0])


async def main():
    loop = asyncio.get_running_loop()
    for function in (group, limit):
        loop.call_soon(drive, function)
    await asyncio.sleep(0)


asyncio.run(main())
for function in (group, limit, nap):
    drive(function)

"""The first failure cancels the others and the block; all errors come as a group."""
# shows: task / TaskGroup / the first failure cancels the others and the block; the errors come as a group
import asyncio


async def work(name, delay, error=None, clean_up=0):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
    except asyncio.CancelledError:
        print(asyncio.get_running_loop().time(), name, "cancelled")
        await asyncio.sleep(clean_up)
        if clean_up:
            raise KeyError(name)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 2, ValueError("a")))
            group.create_task(work("b", 5))
            group.create_task(work("c", 5, clean_up=1))
            await asyncio.sleep(10)
            print("not reached")
    except ExceptionGroup as error:
        print(asyncio.get_running_loop().time(), repr(error), error.__suppress_context__)
        print(repr(error.__context__), repr(error.__cause__))
    print(asyncio.current_task().cancelling(), group)


asyncio.run(main())

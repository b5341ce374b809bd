"""A task factory whose tasks cannot be named: a warning, and no name."""
# shows: task / create_task / DeprecationWarning where a factory's task has no set_name()
import asyncio
import warnings


def factory(loop, coro, context=None):
    coro.close()
    future = loop.create_future()
    future.set_result("a plain future")
    return future


async def work():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(await asyncio.create_task(work(), name="x"), await loop.create_task(work(), name="y"))
        async with asyncio.TaskGroup() as group:
            print(await group.create_task(work(), name="z"))
    print([(w.category.__name__, str(w.message)) for w in caught])


asyncio.run(main())

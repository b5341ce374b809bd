"""Groups that are not entered, entered twice, finished or shutting down."""
# shows: task / TaskGroup / not entered, entered twice, ended
import asyncio


async def nothing():
    await asyncio.sleep(1)


def attempt(group):
    coroutine = nothing()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
        coroutine.close()


async def main():
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        pass
    attempt(group)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as other:
            other.create_task(nothing())
            try:
                asyncio.current_task().cancel()
                await asyncio.sleep(0)
            finally:
                attempt(other)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
    for wrong in (lambda: asyncio.TaskGroup(1), lambda: group.create_task(), lambda: group.create_task(1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())

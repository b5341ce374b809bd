"""Errors of the block and of its tasks in one group; a cancel among them is left out."""
# shows: task / TaskGroup / the body's exception is treated as a task's; the rest is cancelled and waited for
# shows: task / TaskGroup / CancelledError is in no group
# shows: task / TaskGroup / BaseExceptionGroup where one is no Exception
import asyncio


class Stop(BaseException):
    pass


async def fails_when_cancelled(error):
    try:
        await asyncio.sleep(10)
    finally:
        raise error


async def main(body):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled(KeyError("one")))
            group.create_task(fails_when_cancelled(Stop("two")))
            group.create_task(asyncio.sleep(10))
            await asyncio.sleep(1)
            raise body
    except BaseException as error:
        print(repr(error), error.__cause__, repr(error.__context__), error.__suppress_context__)
    print(asyncio.get_running_loop().time(), asyncio.current_task().cancelling())


asyncio.run(main(ValueError("body")))
asyncio.run(main(asyncio.CancelledError("body")))
try:
    asyncio.run(main(KeyboardInterrupt("body")))
except BaseException as error:
    print("left", repr(error))

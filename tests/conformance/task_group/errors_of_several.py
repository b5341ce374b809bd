"""All errors of a group come in one: an ExceptionGroup, or a BaseExceptionGroup where one is no Exception."""
# shows: task / TaskGroup / ExceptionGroup of all errors, in the order in which the tasks failed
import asyncio


class Odd(BaseException):
    pass


async def fail(delay, error):
    try:
        await asyncio.sleep(delay)
    finally:
        raise error


async def main():
    for errors in ([ValueError("a"), KeyError("b"), OSError("c")], [ValueError("a"), Odd("b")]):
        try:
            async with asyncio.TaskGroup() as group:
                for number, error in enumerate(errors):
                    group.create_task(fail(9 - number, error))
            print("never printed")
        except BaseExceptionGroup as raised:
            print(type(raised).__name__, raised, raised.exceptions, isinstance(raised, Exception))


asyncio.run(main())

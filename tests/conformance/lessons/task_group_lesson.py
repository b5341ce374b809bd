"""Structured concurrency: a task group waits for all, and one failure cancels the rest."""
import asyncio


async def child(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise RuntimeError(f"{name} failed")
        return f"{name} finished"
    except asyncio.CancelledError:
        print(f"  {name} was told to stop")
        raise
    finally:
        print(f"  {name} cleans up")


async def happy():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child("one", 1))
        second = group.create_task(child("two", 2), name="second")
        print("body ends", second.get_name())
    return first.result(), second.result()


async def failing():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("slow", 10))
        group.create_task(child("bad", 1, fail=True))
        group.create_task(child("worse", 1, fail=True))
        await asyncio.sleep(5)
        print("never printed")


async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("inside", 3))
        await asyncio.sleep(0)
        raise LookupError("in the body")


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(child("outer", 4))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(child("inner", 1, fail=True))


def leaves(group):
    return [leaf for e in group.exceptions for leaf in (leaves(e) if isinstance(e, BaseExceptionGroup) else [repr(e)])]


async def main():
    print(await happy())
    for way in (failing, body_fails, nested):
        try:
            await way()
        except* (RuntimeError, LookupError) as errors:
            print(way.__name__, "->", errors, leaves(errors))
    group = asyncio.TaskGroup()
    early = child("early", 0)
    try:
        group.create_task(early)
    except RuntimeError as error:
        print("RuntimeError:", str(error).split(">")[-1])
    early.close()
    async with group:
        pass
    try:
        async with group:
            pass
    except RuntimeError as error:
        print("RuntimeError:", str(error).split(">")[-1])


asyncio.run(main())

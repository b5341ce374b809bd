"""What a task group does when tasks fail: siblings cancelled, errors gathered, except* to sort them."""
import asyncio


async def fails(error, after):
    await asyncio.sleep(after)
    raise error


async def works(name, seconds, on_cancel=None):
    try:
        await asyncio.sleep(seconds)
        print(f"  {name} finished")
    except asyncio.CancelledError:
        print(f"  {name} cancelled")
        if on_cancel:
            raise on_cancel
        raise


async def run(*coroutines, body=None):
    try:
        async with asyncio.TaskGroup() as group:
            for coroutine in coroutines:
                group.create_task(coroutine)
            if body:
                await body
        print("all fine")
    except* ValueError as group:
        print("ValueErrors:", [str(error) for error in group.exceptions])
    except* (OSError, LookupError) as group:
        print(f"{type(group).__name__}:", group.exceptions)


async def main():
    await run(works("a", 1), works("b", 2))
    await run(works("a", 1), fails(ValueError("one"), 1.5), works("b", 2))
    await run(fails(ValueError("one"), 1), fails(KeyError("two"), 1), fails(OSError("late"), 3))
    await run(works("a", 9, on_cancel=LookupError("in clean-up")), fails(ValueError("x"), 1))
    await run(works("a", 9), body=fails(ValueError("in the body"), 1))

    async def inner():
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError("deep"), 0.5))
            group.create_task(fails(TypeError("deep too"), 0.5))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(works("sibling", 3))
    except ExceptionGroup as group:
        print(group, "|", group.exceptions[0], "|", group.exceptions[0].exceptions)
        print(group.split(TypeError)[1])

    outer = asyncio.create_task(run(works("a", 9), works("b", 9)))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled from outside: no group at all")

asyncio.run(main())

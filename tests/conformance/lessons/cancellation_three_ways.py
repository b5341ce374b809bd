"""A task may obey a cancellation, tidy up first, or refuse it."""
import asyncio


async def obedient():
    await asyncio.sleep(10)


async def tidy():
    try:
        await asyncio.sleep(10)
    finally:
        print("tidy: putting things back")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as reason:
        print("stubborn: no thanks,", reason.args)
    return "I finished anyway"


async def late():
    return "was done before"


async def main():
    tasks = [asyncio.create_task(coroutine(), name=coroutine.__name__)
             for coroutine in (obedient, tidy, stubborn, late)]
    await asyncio.sleep(0.1)
    for task in tasks:
        print(f"{task.get_name():<9} cancel() -> {task.cancel('time is up')}",
              task.cancelling(), task.done())
    for task in tasks:
        try:
            print(task.get_name(), "returned", repr(await task))
        except asyncio.CancelledError as error:
            print(task.get_name(), "was cancelled:", error)
        print("   cancelled() is", task.cancelled())
    print(tasks[0])
    never = asyncio.create_task(obedient())
    never.cancel()
    await asyncio.wait([never])
    print(never.cancelled(), never)


asyncio.run(main())

"""The first examples of the documentation on coroutines and tasks."""
# shows: task / Coroutines / calling a coroutine function runs nothing; run, await, create_task, TaskGroup do
# shows: task / Awaitables / coroutines, tasks and futures
# shows: task / Task.get_name / Task-N unless one is given
# shows: task / Task.set_name / whatever is made a string; repr shows it
# shows: task / sleep / the date every second, for five seconds
# shows: future / Future / a future awaited by many, always with the same result
import asyncio
import datetime
import inspect
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def nested():
    return 42


async def display_date():
    loop = asyncio.get_running_loop()
    end_time = loop.time() + 5.0
    while True:
        print(datetime.datetime.now())
        if (loop.time() + 1.0) >= end_time:
            break
        await asyncio.sleep(1)


async def main():
    print(f"started at {time.strftime('%X')}")
    await say_after(1, "hello")
    await say_after(2, "world")
    print(f"finished at {time.strftime('%X')}")
    tasks = [asyncio.create_task(say_after(1, "hello")), asyncio.create_task(say_after(2, "world"), name="second")]
    print([task.get_name() for task in tasks])
    tasks[0].set_name(["any", "thing"])
    print(tasks[0].get_name(), tasks[0])
    await tasks[0]
    await tasks[1]
    print(f"finished at {time.strftime('%X')}")
    async with asyncio.TaskGroup() as group:
        group.create_task(say_after(1, "hello"))
        group.create_task(say_after(2, "world"))
    print(f"finished at {time.strftime('%X')}")
    coroutine = nested()
    print(coroutine.__name__, inspect.iscoroutine(coroutine), inspect.getcoroutinestate(coroutine))
    print(await coroutine, inspect.getcoroutinestate(coroutine), await asyncio.create_task(nested()))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, "... world")
    print("hello ...", await asyncio.gather(future, future), await future)
    print([inspect.isawaitable(x) for x in (future, nested, tasks[0], say_after, 5)])


asyncio.run(main())
asyncio.run(display_date())

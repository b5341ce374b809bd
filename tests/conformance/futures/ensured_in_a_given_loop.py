"""ensure_future schedules a coroutine; the task is the loop's that is given, or the running one's."""
# shows: future / ensure_future / loop= says whose task it is; it is scheduled at once
import asyncio


async def where():
    print("runs in", "first" if asyncio.get_running_loop() is first else "second")


async def main():
    task = asyncio.ensure_future(where())
    print(task.get_loop() is first, task.done())
    await task
    return asyncio.ensure_future(where(), loop=second)


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
task = first.run_until_complete(main())
print(task.get_loop() is second, task.done())
second.run_until_complete(task)
for loop in (first, second):
    loop.close()

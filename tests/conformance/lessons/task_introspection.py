"""Names, states, stacks and results of tasks, current_task and all_tasks."""
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def inner():
    me = asyncio.current_task()
    print("inside", me.get_name(), me.get_coro().__name__, me.done())
    await nap(1)
    raise LookupError("from inner")


async def main():
    asyncio.current_task().set_name("the main task")
    tasks = [asyncio.create_task(nap(0.5)), asyncio.create_task(inner(), name="explorer"), asyncio.create_task(nap(9), name="long")]
    print([t.get_name() for t in tasks], len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())
    for task in tasks:
        print(repr(task).split(" coro=")[0], task.get_coro().__qualname__)
    await asyncio.sleep(0.1)
    print([frame.f_code.co_name for frame in tasks[1].get_stack()], [frame.f_lineno for frame in tasks[1].get_stack()])
    for action in (tasks[0].result, tasks[0].exception):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(error)
    await asyncio.wait(tasks, timeout=2)
    print([t.done() for t in tasks], tasks[0].result(), repr(tasks[1].exception()))
    try:
        tasks[1].result()
    except LookupError as error:
        print("result() raises", error)
    tasks[2].cancel("enough")
    print(tasks[2].cancelling(), tasks[2].cancelled())
    await asyncio.sleep(0)
    print(tasks[2].cancelled(), tasks[2].cancel())
    for action in (tasks[2].result, tasks[2].exception):
        try:
            action()
        except asyncio.CancelledError as error:
            print("cancelled:", error)
    print([repr(t)[:24] for t in tasks], tasks[0] == tasks[0], len({*tasks}))
    print(asyncio.current_task().get_name(), asyncio.get_running_loop().is_running())


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)

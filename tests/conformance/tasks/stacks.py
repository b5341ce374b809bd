"""get_stack and print_stack of tasks that wait, failed and are done."""
# shows: task / Task.print_stack / of tasks that wait, have failed, are done
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()
    raise ValueError("failed")


async def main():
    task = asyncio.create_task(outer(), name="worker")
    print([f.f_code.co_name for f in task.get_stack()], task.get_coro().__name__)
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()], task.get_stack(limit=0))
    task.print_stack()
    task.print_stack(file=sys.stdout)
    await asyncio.wait([task])
    print([f.f_code.co_name for f in task.get_stack()])
    task.print_stack(file=sys.stdout)
    print(repr(task.exception()), task.uncancel(), task.cancelling())
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(done.get_stack())
    done.set_name(5)
    print(done.get_name())


asyncio.run(main())

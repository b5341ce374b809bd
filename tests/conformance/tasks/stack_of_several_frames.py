"""get_stack of a failed task: the frames of the traceback, oldest first, limited from the oldest."""
# shows: task / Task.get_stack / one frame while suspended, the traceback's after an exception, none after a return
# shows: task / Task.get_stack / limit= keeps the newest frames of a stack, the oldest of a traceback
# shows: task / Task.print_stack / limit= and file=
import asyncio
import sys


async def fine():
    pass


async def third():
    await asyncio.sleep(1)
    raise LookupError("deep")


async def second():
    await third()


async def first():
    await second()


def names(task, **limit):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(**limit)]


async def main():
    task = asyncio.create_task(first(), name="deep one")
    ok = asyncio.create_task(fine(), name="fine one")
    print(names(task), names(ok))
    await asyncio.wait([task, ok])
    print(names(task), names(ok))
    for limit in (0, 1, 2, 5, None):
        print(limit, names(task, limit=limit))
    task.print_stack(file=sys.stdout)
    task.print_stack(limit=1, file=sys.stdout)
    ok.print_stack(file=sys.stdout)
    gone = asyncio.create_task(first())
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.wait([gone])
    print(names(gone))
    gone.print_stack(file=sys.stdout)


asyncio.run(main())

"""print_stack writes to standard error unless told otherwise."""
# shows: task / Task.print_stack / to sys.stderr by default
import asyncio
import contextlib
import io
import sys


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name="worker")
    await asyncio.sleep(0)
    with contextlib.redirect_stderr(io.StringIO()) as caught:
        task.print_stack()
    print(caught.getvalue().splitlines()[0].split(" coro")[0])
    task.print_stack(file=sys.stdout)
    task.print_stack()


asyncio.run(main())

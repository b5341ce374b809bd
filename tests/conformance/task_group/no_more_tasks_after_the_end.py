"""When tasks can be added to a group, and when not any more."""
# shows: task / TaskGroup.create_task / tasks may be added while the block's end waits
# shows: task / TaskGroup.create_task / none once the group has ended or is being shut down
import asyncio


async def child(group, depth):
    await asyncio.sleep(1)
    print("depth", depth)
    if depth < 3:
        group.create_task(child(group, depth + 1))


async def fails():
    raise ValueError("failed")


def attempt(group):
    coroutine = asyncio.sleep(0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error).split(">")[-1].strip(), str(error).split(" ")[0])
        coroutine.close()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(group, 1))
        print(repr(group))
    print(asyncio.get_running_loop().time(), repr(group))
    attempt(group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print(repr(group))
                attempt(group)
                raise
    except* ValueError as errors:
        print(errors.exceptions)
    print(repr(group), asyncio.current_task().cancelling())


asyncio.run(main())

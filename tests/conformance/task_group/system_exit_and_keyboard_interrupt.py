"""SystemExit in a task: the others are cancelled and waited for, then it goes on by itself."""
# shows: task / TaskGroup / KeyboardInterrupt and SystemExit are raised again, not grouped
import asyncio


async def leave(error):
    await asyncio.sleep(1)
    raise error


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        print("cleaned up")


async def main(error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(leave(error))
    finally:
        print("main ends")


for error in (SystemExit(3), KeyboardInterrupt("stop")):
    try:
        asyncio.run(main(error))
    except BaseException as caught:
        print(repr(caught), caught is error)
raise SystemExit(7)

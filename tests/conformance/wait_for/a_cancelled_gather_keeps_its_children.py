# The error that ended a gather leads by its traceback back to the gather, and from there to all
# children: the coroutine given to the wait_for that never began is reported at the very end.
import asyncio

tasks = []


async def cancels_itself():
    tasks[0].cancel()
    await asyncio.wait_for(several(), 1)


async def several():
    await asyncio.wait_for(
        asyncio.gather(nothing(), asyncio.shield(nothing()), asyncio.wait_for(nothing(), 1)), None)


async def nothing():
    pass


async def main():
    tasks.append(asyncio.create_task(cancels_itself()))
    await asyncio.sleep(5)
    print(tasks[0].cancelled())


asyncio.run(main())
print("end")

# The current loop dies after everything else, and its task factory keeps the names of the program
# for as long: nothing is left to report the pending task to.
import asyncio

kept = []


def factory(loop, coroutine, **keywords):
    return asyncio.Task(coroutine, loop=loop, **keywords)


async def waits():
    await asyncio.Event().wait()


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    kept.append(asyncio.create_task(waits()))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end", kept[0].done())

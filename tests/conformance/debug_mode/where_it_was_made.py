"""Reports tell where the task was made; reprs too."""
# shows: dev / Debug Mode / objects tell where they were made
import asyncio


async def fail(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.current_task())
    task = asyncio.create_task(fail("one"))
    print(task)
    print(loop.create_future(), loop.create_task(asyncio.sleep(0)))
    print(loop.call_later(1, print))
    await asyncio.sleep(1)
    del task
    print("end")


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(main())

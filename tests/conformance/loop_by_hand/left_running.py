"""A task that the current loop still has a timer for is not reported, as the loop was not closed."""
import asyncio


async def forever():
    await asyncio.sleep(3600)


async def waits(future):
    await future


async def main():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(forever())
waiting = loop.create_task(waits(loop.create_future()))
loop.run_until_complete(main())
print(task.done(), waiting.done())

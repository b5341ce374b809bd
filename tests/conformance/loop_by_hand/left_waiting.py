"""A task that waits for a future of nobody's is reported, though the loop was not closed."""
import asyncio


async def waits(future):
    await future


async def main():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
waiting = loop.create_task(waits(loop.create_future()))
loop.run_until_complete(main())
print(waiting.done())

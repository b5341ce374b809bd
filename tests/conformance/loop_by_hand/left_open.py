"""Tasks that a closed loop leaves behind are reported as they die."""
import asyncio


async def sleeper():
    await asyncio.sleep(10)


loop = asyncio.new_event_loop()
task = loop.create_task(sleeper())
loop.run_until_complete(asyncio.sleep(1))
task.cancel()
loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
print(task.cancelled())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()

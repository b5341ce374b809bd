"""A coroutine that nobody awaited dies with the frame that held it, and is reported by who called that."""
import asyncio


async def forgotten():
    pass


async def holds():
    kept = forgotten()
    await asyncio.sleep(1)


async def nested():
    await holds()
    await asyncio.sleep(0)


def called_back(_):
    kept = forgotten()


async def main():
    kept = forgotten()
    task = asyncio.create_task(holds())
    task.add_done_callback(called_back)
    await task
    asyncio.get_running_loop().call_soon(forgotten)
    asyncio.get_running_loop().call_later(1, forgotten)
    await asyncio.sleep(2)
    await nested()


asyncio.run(main())

"""A child cancelled on its own shows as CancelledError in the gather."""
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n)
    return n


async def main():
    tasks = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(0.5, tasks[1].cancel)
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        print("at", asyncio.get_running_loop().time())
        print("main itself was not cancelled",
              asyncio.current_task().cancelling())
    print(await tasks[0], await tasks[2])

asyncio.run(main())

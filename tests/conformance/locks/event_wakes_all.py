"""Event.set wakes all who wait; after clear() one waits again."""
# shows: sync / Event.set / all at once
import asyncio


async def waiter(event, name):
    print(name, await event.wait(), asyncio.get_running_loop().time())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(3)]
    await asyncio.sleep(1)
    tasks[1].cancel()
    event.set()
    event.clear()
    print(event.is_set())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    asyncio.get_running_loop().call_later(2, event.set)
    await waiter(event, "late")
    await waiter(event, "at once")

asyncio.run(main())

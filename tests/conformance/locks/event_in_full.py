"""An event's flag and those who wait for it."""
# shows: sync / Event.wait / True at once when set, else after set()
# shows: sync / Event.set / wakes all who wait
# shows: sync / Event.clear / later waits block again
# shows: sync / Event.is_set / the flag, false at first
import asyncio


async def waiter(event, name):
    print(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    print(event.is_set(), repr(event).split(" ", 4)[-1])
    tasks = [asyncio.create_task(waiter(event, name)) for name in "ab"]
    await asyncio.sleep(1)
    print(repr(event).split(" ", 4)[-1])
    event.set()
    event.set()
    event.clear()
    print(event.is_set(), repr(event).split(" ", 4)[-1])
    await asyncio.gather(*tasks)
    event.set()
    print(repr(event).split(" ", 4)[-1])
    await waiter(event, "c")
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 1)
    except TimeoutError:
        print("still clear", repr(event).split(" ", 4)[-1])


asyncio.run(main())

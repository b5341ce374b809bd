"""notify wakes one, notify_all the rest; the lock is theirs in turn."""
# shows: sync / Condition / producers and consumers
import asyncio


async def consumer(condition, number, items):
    async with condition:
        print(number, "waits", condition.locked())
        got = await condition.wait_for(lambda: items)
        print(asyncio.get_running_loop().time(), number, got.pop())


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(condition, i, items)) for i in range(4)]
    for _ in range(2):
        await asyncio.sleep(1)
        async with condition:
            items.append("one")
            condition.notify()
            print(str(condition).split()[-2:])
    await asyncio.sleep(1)
    async with condition:
        items.extend(["two", "three"])
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(condition.locked(), condition.wait.__name__)


asyncio.run(main())

# Whoever is cancelled leaves the line from where it stands; the others keep their order, and those
# who come later stand behind them.
import asyncio
import random

WAITERS = 150


async def take(thing, number, order):
    async with thing:
        order.append(number)


async def get(queue, number, order):
    await queue.get()
    order.append(number)


async def put(queue, number, order):
    await queue.put(number)
    order.append(number)


async def notified(condition, number, order):
    async with condition:
        await condition.wait()
        order.append(number)


async def in_rounds(join, go_on):
    """Some come, some of all that wait leave, some are let through: three times."""
    tasks, order = [], []
    for turn in range(3):
        tasks += [asyncio.create_task(join(turn * WAITERS + i, order)) for i in range(WAITERS)]
        await asyncio.sleep(1)
        leaving = random.sample(range(len(tasks)), len(tasks) // 2)
        for number in leaving[:len(leaving) // 2]:
            tasks[number].cancel()
        await asyncio.sleep(0.5 if turn % 2 else 0)
        for number in leaving[len(leaving) // 2:]:
            tasks[number].cancel()
        for _ in range(30):
            await go_on()
        await asyncio.sleep(1)
    print(order[:40], sum(task.cancelled() for task in tasks))
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print(len(order), hash(tuple(order)))


async def main():
    for thing in (asyncio.Lock(), asyncio.Semaphore(2)):
        held = 1 if isinstance(thing, asyncio.Lock) else 2
        for _ in range(held):
            await thing.acquire()

        async def pass_on():
            if thing.locked():
                thing.release()
            await asyncio.sleep(0)

        await in_rounds(lambda number, order: take(thing, number, order), pass_on)
        print(thing.locked())
    for queue in (asyncio.Queue(), asyncio.PriorityQueue(2)):
        await in_rounds(lambda number, order: get(queue, number, order), lambda: queue.put(1))
    full = asyncio.Queue(1)
    full.put_nowait(0)
    await in_rounds(lambda number, order: put(full, number, order), full.get)
    condition = asyncio.Condition()

    async def notify():
        async with condition:
            condition.notify(2)

    await in_rounds(lambda number, order: notified(condition, number, order), notify)


asyncio.run(main())

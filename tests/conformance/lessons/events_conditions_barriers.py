"""Event, Condition, Semaphore and Barrier: who waits, who wakes, in which order."""
import asyncio


async def waiter(event, name):
    print(name, "waits", event.is_set())
    await event.wait()
    print(name, "goes")


async def consumer(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))


async def producer(condition, items):
    for n in range(3):
        await asyncio.sleep(0.5)
        async with condition:
            items.append(n)
            condition.notify()
    async with condition:
        items.extend("ab")
        condition.notify_all()


async def philosopher(name, left, right):
    async with left:
        await asyncio.sleep(0)
        async with right:
            await asyncio.sleep(0.2)
            print(f"{asyncio.get_running_loop().time():.1f} {name} has eaten")


async def runner(barrier, name, pace):
    await asyncio.sleep(pace)
    print(name, "arrives", barrier.n_waiting)
    position = await barrier.wait()
    print(name, "passes as", position)


async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(event, f"w{i}")) for i in range(3)]
    await asyncio.sleep(1)
    print(str(event).partition(" [")[2])
    event.set()
    await asyncio.gather(*waiters)
    event.clear()
    print(str(event).partition(" [")[2])
    condition, items = asyncio.Condition(), []
    await asyncio.gather(*(consumer(condition, items, f"c{i}") for i in range(5)), producer(condition, items))
    forks = [asyncio.Semaphore(1) for _ in range(4)]
    table = [philosopher(name, *sorted((forks[i], forks[(i + 1) % 4]), key=forks.index)) for i, name in enumerate(("Plato", "Kant", "Hume", "Marx"))]
    await asyncio.gather(*table)
    print(str(forks[0]).partition(" [")[2])
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(runner(barrier, n, p) for n, p in (("a", 0.3), ("b", 0.1), ("c", 0.2))))
    print(str(barrier).partition(" [")[2])
    limit = asyncio.BoundedSemaphore(2)
    await limit.acquire()
    limit.release()
    try:
        limit.release()
    except ValueError as error:
        print(error)


asyncio.run(main())

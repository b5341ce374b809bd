"""A condition's methods, with a lock of its own and with a shared one."""
# shows: sync / Condition / several conditions may share a Lock; another lock is refused
# shows: sync / Condition.acquire / acquires the underlying lock
# shows: sync / Condition.locked / whether the underlying lock is held
# shows: sync / Condition.notify / wakes at most n; RuntimeError without the lock; nobody there is fine
# shows: sync / Condition.notify_all / wakes all
# shows: sync / Condition.release / RuntimeError where it is not held
# shows: sync / Condition.wait / gives the lock back, waits, takes it again, returns True
# shows: sync / Condition.wait_for / until the predicate is true, whose value it returns
import asyncio


def shape(thing):
    return repr(thing).split(" ", 4)[-1]


async def waiter(condition, name):
    async with condition:
        print(name, "waits", condition.locked())
        print(name, await condition.wait(), condition.locked())


async def main():
    condition = asyncio.Condition()
    print(shape(condition), await condition.acquire(), condition.locked(), shape(condition))
    condition.notify(5)
    condition.notify_all()
    condition.release()
    for refused in (condition.release, condition.notify, condition.notify_all):
        try:
            refused()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    tasks = [asyncio.create_task(waiter(condition, name)) for name in "abcd"]
    await asyncio.sleep(1)
    print(shape(condition))
    for count in (0, 1, 2):
        async with condition:
            condition.notify(count)
            print("notified", count, shape(condition))
        await asyncio.sleep(1)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    values = iter([0, "", None, "value"])
    async with condition:
        asking = asyncio.create_task(nudge(condition))
        print(await condition.wait_for(lambda: next(values)), await asking)
    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with one:
        print(two.locked(), lock.locked())
        two.notify()
    for wrong in (5, asyncio.Event(), asyncio.Semaphore()):
        try:
            print(type(asyncio.Condition(wrong)).__name__)
        except Exception as error:
            print(type(error).__name__, error)


async def nudge(condition):
    for n in range(3):
        await asyncio.sleep(1)
        async with condition:
            condition.notify()
    return asyncio.get_running_loop().time()


asyncio.run(main())

"""A semaphore lets so many in; nobody overtakes who waits."""
# shows: sync / Semaphore / so many at once
import asyncio


async def user(semaphore, name):
    async with semaphore:
        print(name, "in", semaphore.locked(), asyncio.get_running_loop().time())
        await asyncio.sleep(1 + name)


async def main():
    semaphore = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(user(semaphore, n)) for n in range(5)]
    await asyncio.sleep(0.5)
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    for make in (lambda: asyncio.Semaphore(-1), lambda: asyncio.BoundedSemaphore(1).release()):
        try:
            make()
        except ValueError as error:
            print(error)

asyncio.run(main())

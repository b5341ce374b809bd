"""Every task that awaits a failed task gets the same exception."""
import asyncio


async def failing():
    await asyncio.sleep(1)
    raise ValueError("shared")


async def watcher(task, seen):
    try:
        await task
    except ValueError as error:
        seen.append(error)


async def main():
    task = asyncio.create_task(failing())
    seen = []
    await asyncio.gather(*(watcher(task, seen) for _ in range(3)))
    print(len(seen), all(e is seen[0] for e in seen), seen[0])

asyncio.run(main())

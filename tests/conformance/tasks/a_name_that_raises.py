"""A task that fails to be made is destroyed at once, and the others are still found."""
import asyncio


class Name:
    def __str__(self):
        raise ValueError("no name")


async def job():
    await asyncio.sleep(1)


async def main():
    first = asyncio.create_task(job(), name="first")
    coroutine = job()
    try:
        asyncio.create_task(coroutine, name=Name())
    except ValueError as error:
        print(error)
    coroutine.close()
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    await first


asyncio.run(main())

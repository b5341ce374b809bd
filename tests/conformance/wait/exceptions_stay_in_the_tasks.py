"""wait() raises nothing of what the tasks raise; an unseen exception is reported."""
import asyncio


async def fail(text):
    raise ValueError(text)


async def main():
    done, _ = await asyncio.wait([asyncio.create_task(fail("seen")), asyncio.create_task(fail("unseen"))])
    for task in done:
        if task.get_name() == "Task-2":
            print(repr(task.exception()))


asyncio.run(main())

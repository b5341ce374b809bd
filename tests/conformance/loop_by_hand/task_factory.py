"""A task factory makes the tasks, whoever asks for one."""
# shows: eventloop / loop.set_task_factory / whoever makes a task
import asyncio


def factory(loop, coroutine):
    print("factory", coroutine.__name__)
    return asyncio.Task(coroutine, loop=loop)


async def work(value):
    return value


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    print(await asyncio.create_task(work(1), name="named"))
    print(await loop.create_task(work(2)), await asyncio.gather(work(3), work(4)))
    async with asyncio.TaskGroup() as group:
        print(group.create_task(work(5)).get_name())
    loop.set_task_factory(None)
    print(await asyncio.ensure_future(work(6)))


asyncio.run(main())

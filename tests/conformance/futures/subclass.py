"""Future and Task can be subclassed."""
# shows: extending / Future / subclasses work as futures
# shows: extending / Task / subclasses work as tasks, as task factories make them
# shows: eventloop / loop.set_task_factory / called as factory(loop, coro), with context= where one is given
# shows: eventloop / loop.get_task_factory / None at first
import asyncio
import contextvars


class Noted(asyncio.Future):
    def __init__(self, note, **kwargs):
        super().__init__(**kwargs)
        self.note = note

    def set_result(self, result):
        print("result", result)
        super().set_result(result)


class Timed(asyncio.Task):
    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        self.begun = self.get_loop().time()
        self.add_done_callback(lambda task: print(task.get_name(), "took", task.get_loop().time() - task.begun))

    def cancel(self, msg=None):
        print("cancel", self.get_name(), msg)
        return super().cancel(msg)


def factory(loop, coro, **kwargs):
    print("factory", sorted(kwargs))
    return Timed(coro, loop=loop, **kwargs)


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    future = Noted("a note", loop=loop)
    loop.call_later(1, future.set_result, 5)
    print(await future, future.note, isinstance(future, asyncio.Future), asyncio.isfuture(future))
    print(repr(future), repr(Noted("pending")))
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(work(2), name="two"))
    task = asyncio.create_task(work(9), context=contextvars.copy_context())
    print(type(task).__name__, repr(task).split(" name=")[0])
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("too long", task.cancelled())
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1), name="grouped")
        group.create_task(work(3))
    print(await asyncio.gather(work(1), future), len(asyncio.all_tasks()), loop.time())
    print([type(t).__name__ for t in asyncio.all_tasks()], type(asyncio.current_task()).__name__)
    loop.set_task_factory(None)
    print(type(asyncio.ensure_future(work(0))).__name__)


asyncio.run(main())

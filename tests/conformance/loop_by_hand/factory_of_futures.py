"""What a task factory returns need not be a Task, only a future."""
# shows: eventloop / loop.set_task_factory / it may return any future; None restores the default
# shows: eventloop / loop.create_task / the result is what the factory makes, a subclass of Task perhaps
import asyncio


class Own(asyncio.Task):
    pass


def subclass(loop, coro, context=None):
    return Own(coro, loop=loop, context=context)


def eager(loop, coro, context=None):
    future = loop.create_future()
    try:
        coro.send(None)
    except StopIteration as stop:
        future.set_result(stop.value)
    return future


async def answer():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    for factory in (subclass, eager, None):
        loop.set_task_factory(factory)
        print(loop.get_task_factory() is factory)
        for make in (asyncio.create_task, loop.create_task, asyncio.ensure_future):
            made = make(answer())
            print(type(made).__name__, made.done(), await made, end=" ")
        print(await asyncio.gather(answer(), answer()))
    try:
        loop.set_task_factory("no factory")
    except TypeError as error:
        print(error)


asyncio.run(main())

"""asyncio.Task called by hand, with and without a loop."""
# shows: task / Task / a Task made by hand schedules its coroutine, with name= and loop=
# shows: task / Task / DeprecationWarning where loop= is not given and no loop is running
# shows: task / Task / no set_result and set_exception
import asyncio
import warnings


async def work():
    return asyncio.current_task().get_name()


async def main():
    print(await asyncio.Task(work()), await asyncio.Task(work(), name="mine"))
    task = asyncio.Task(work(), loop=asyncio.get_running_loop(), name=7)
    for forbidden in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            forbidden()
        except RuntimeError as error:
            print(error)
    print(isinstance(task, asyncio.Future), issubclass(asyncio.Task, asyncio.Future), await task)
    for wrong in ((), (5,), (print,), (5, 5)):
        try:
            asyncio.Task(*wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    task = asyncio.Task(work())
    print([(w.category.__name__, str(w.message)) for w in caught])
print(loop.run_until_complete(task))
loop.close()

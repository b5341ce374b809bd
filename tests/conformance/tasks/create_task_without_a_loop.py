"""create_task and its kin need a running loop."""
# shows: task / create_task / RuntimeError where no loop is running
# shows: task / current_task / get_running_loop is used, so RuntimeError outside of one
# shows: task / all_tasks / get_running_loop is used, so RuntimeError outside of one
# shows: eventloop / get_running_loop / RuntimeError where no loop is running
import asyncio


async def nothing():
    pass


for call in (asyncio.create_task, lambda c: asyncio.current_task(), lambda c: asyncio.all_tasks(),
             lambda c: asyncio.get_running_loop()):
    coroutine = nothing()
    try:
        call(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

loop = asyncio.new_event_loop()
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
task = loop.create_task(nothing(), name="early")
print(asyncio.current_task(loop), [t.get_name() for t in asyncio.all_tasks(loop)])
loop.run_until_complete(task)
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
loop.close()

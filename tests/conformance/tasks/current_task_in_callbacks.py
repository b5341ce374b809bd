"""current_task is None where no task runs; all_tasks is a set."""
# shows: task / current_task / None in a callback; loop= asks for another loop's
# shows: task / all_tasks / a set; loop= asks for another loop's
import asyncio


async def main(other):
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in a callback", asyncio.current_task(), len(asyncio.all_tasks())))
    await asyncio.sleep(0)
    print(asyncio.current_task(loop) is asyncio.current_task(), asyncio.current_task(other))
    tasks = asyncio.all_tasks()
    print(isinstance(tasks, set), tasks == {asyncio.current_task()}, asyncio.all_tasks(loop) == tasks)
    print([task.get_name() for task in asyncio.all_tasks(other)])


other = asyncio.new_event_loop()
waiting = other.create_task(asyncio.sleep(0), name="the other's")
asyncio.run(main(other))
other.run_until_complete(waiting)
other.close()

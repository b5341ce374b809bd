"""join() counts what was put, not what is in the queue; what is put later counts too."""
# shows: queue / Queue.join / the count goes up with each put, down with each task_done()
# shows: queue / Queue.task_done / once for each item that was got; resumes join() at the last
import asyncio


async def main():
    queue = asyncio.Queue()
    for item in "ab":
        queue.put_nowait(item)
    joining = asyncio.create_task(queue.join())
    queue.get_nowait(), queue.get_nowait()
    await asyncio.sleep(1)
    print("empty, not done", queue.empty(), joining.done())
    queue.task_done()
    queue.put_nowait("c")
    queue.task_done()
    await asyncio.sleep(1)
    print("one more was put", joining.done())
    await queue.get()
    queue.task_done()
    print("all done, not yet told", joining.done())
    await joining
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())

"""as_completed: an iterator of coroutines, each with the next result."""
# shows: task / as_completed / an iterator of coroutines that give the earliest next result
# shows: task / as_completed / TimeoutError if the time is up before all are done
import asyncio
import inspect


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    parts = asyncio.as_completed([work(3), work(1), work(2)])
    print(type(parts).__name__, iter(parts) is parts)
    for coroutine in parts:
        print(inspect.iscoroutine(coroutine), coroutine.__qualname__, end=" ")
        try:
            print(await coroutine, loop.time())
        except ValueError as error:
            print(repr(error), loop.time())
    tasks = [asyncio.create_task(work(n)) for n in (1, 4, 5)]
    for coroutine in asyncio.as_completed(tasks, timeout=3):
        try:
            print(await coroutine, loop.time())
        except TimeoutError as error:
            print(repr(error), loop.time(), [task.done() for task in tasks])
    for coroutine in asyncio.as_completed([], timeout=3):
        print("never")
    same = asyncio.create_task(work(1))
    print(len(list(asyncio.as_completed([same, same]))))


asyncio.run(main())

"""Done callbacks run in a later iteration, in the order they were added."""
import asyncio


async def child():
    print("child ends")
    return "result"


async def main():
    task = asyncio.create_task(child(), name="child")
    for n in range(3):
        task.add_done_callback(lambda t, n=n: print(n, t.get_name(), t.result()))

    def gone(t):
        print("never printed")

    task.add_done_callback(gone)
    task.add_done_callback(gone)
    print(task.remove_done_callback(gone))
    print("awaited:", await task)
    task.add_done_callback(lambda t: print("added late"))
    print("not called at once")
    await asyncio.sleep(0)

asyncio.run(main())

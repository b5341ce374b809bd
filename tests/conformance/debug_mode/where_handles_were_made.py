# In debug mode, what is reported without a place of its own says where what runs was scheduled.
# shows: eventloop / loop.call_exception_handler / in debug mode it says where what runs was scheduled
import asyncio


def report(why):
    asyncio.get_running_loop().call_exception_handler({"message": why})


async def deeper(left):
    if left:
        return await deeper(left - 1)
    report("deep")
    asyncio.get_running_loop().call_soon(report, "soon")
    asyncio.get_running_loop().call_later(0.1, report, "later")


async def child():
    report("child")
    await asyncio.sleep(0)
    report("after a bare yield")
    await asyncio.sleep(1)
    report("after a sleep")


async def main():
    loop = asyncio.get_running_loop()
    report("not in debug mode")
    loop.set_debug(True)
    report("scheduled before debug mode")
    await asyncio.create_task(child())
    report("the task ended")
    event = asyncio.Event()
    loop.call_soon(event.set)
    await event.wait()
    report("the event came")
    await asyncio.create_task(deeper(5))
    await asyncio.gather(child())
    future = loop.create_future()
    future.add_done_callback(lambda done: report("a callback of a future"))
    future.set_result(1)
    await future


asyncio.run(main())

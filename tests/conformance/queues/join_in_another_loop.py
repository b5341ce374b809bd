# A queue's join() belongs to the loop in which somebody first waited for it, whatever put() and
# get() belong to.
import asyncio

queue = asyncio.Queue(1)


async def put_one():
    queue.put_nowait(1)
    waiting = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    waiting.cancel()


async def join():
    try:
        await asyncio.wait_for(queue.join(), 1)
    except TimeoutError:
        print("waited")
    try:
        await queue.put(2)
    except RuntimeError as error:
        print("bound to a different event loop" in str(error))


async def join_again():
    try:
        await queue.join()
    except RuntimeError as error:
        print("bound to a different event loop" in str(error))


asyncio.run(put_one())
asyncio.run(join())
asyncio.run(join_again())

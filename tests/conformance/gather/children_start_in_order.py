"""gather makes its tasks at once, even if it is never awaited."""
# shows: task / gather / coroutines become tasks at once
import asyncio


async def child(name):
    print("child", name, asyncio.current_task().get_name())


async def main():
    future = asyncio.gather(child("a"), child("b"), child("c"))
    print("gathered", future.done())
    await asyncio.sleep(0)
    print("children ran", future.done())
    await asyncio.sleep(0)
    print("gather told", future.done(), future.result())

asyncio.run(main())

"""A task that ends does not wait for the tasks that it made."""
import asyncio


async def grandchild():
    await asyncio.sleep(2)
    print("grandchild", asyncio.get_running_loop().time())


async def child():
    asyncio.create_task(grandchild(), name="grandchild")
    print("child ends")


async def main():
    await asyncio.create_task(child(), name="child")
    print("child is done")
    await asyncio.sleep(3)

asyncio.run(main())

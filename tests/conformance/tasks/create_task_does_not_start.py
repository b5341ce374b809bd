"""A new task runs when its creator lets go, in order of creation."""
# shows: task / create_task / it runs when the creator lets go
import asyncio


async def child(name):
    print("child", name)


async def main():
    tasks = [asyncio.create_task(child(n)) for n in "abc"]
    print("created", [t.done() for t in tasks])
    await asyncio.sleep(0)
    print("after one yield", [t.done() for t in tasks])

asyncio.run(main())

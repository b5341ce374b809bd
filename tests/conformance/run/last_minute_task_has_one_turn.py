"""A task made in main's last step has one turn before run cancels it."""
import asyncio


async def late():
    print("late begins")
    try:
        await asyncio.sleep(1)
        print("never printed")
    finally:
        print("late is cancelled", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(late())
    print("main ends")

asyncio.run(main())
print("after run")

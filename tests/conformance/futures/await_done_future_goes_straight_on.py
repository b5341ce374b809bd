"""A future that is done does not suspend who awaits it."""
import asyncio


async def other():
    print("other")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    task = asyncio.create_task(other())
    print(await future)
    print("other did not run")
    await task

asyncio.run(main())

"""exception() gives the object that was raised, with its traceback."""
import asyncio


async def failing():
    raise ValueError("kept")


async def main():
    task = asyncio.create_task(failing())
    await asyncio.sleep(0)
    error = task.exception()
    print(error is task.exception(), error.__traceback__ is not None)
    try:
        task.result()
    except ValueError as raised:
        print(raised is error)

asyncio.run(main())

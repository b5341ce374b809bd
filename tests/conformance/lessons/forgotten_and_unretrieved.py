"""What asyncio complains about on its own: never awaited, never retrieved, destroyed while pending."""
import asyncio


async def hello(name):
    await asyncio.sleep(0.1)
    return f"hello {name}"


async def broken():
    raise ValueError("nobody looks at me")


def handler(loop, context):
    print("HANDLER", context["message"], "|", repr(context.get("exception")), "|", sorted(key for key in context if key != "source_traceback"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(type(hello("a")).__name__)
    result = hello("b")
    print(asyncio.iscoroutine(result), await result)
    try:
        await result
    except RuntimeError as error:
        print(error)

    task = asyncio.create_task(broken())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done())
    del task
    await asyncio.sleep(0.5)

    task = asyncio.create_task(broken())
    await asyncio.wait([task])
    print("looked at:", task.exception())
    del task

    loop.call_soon(lambda: [].pop())
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "task": 1})
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    for wrong in (lambda: loop.set_exception_handler(5), lambda: asyncio.create_task(5), lambda: asyncio.ensure_future(5)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())

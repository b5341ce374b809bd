"""The same program in the styles of the years: loops by hand, ensure_future, run, task groups."""
import asyncio


async def greet(name, pause):
    await asyncio.sleep(pause)
    print(f"  hello {name}")
    return name


def style_2015():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        tasks = [loop.create_task(greet(name, pause)) for name, pause in (("Ann", 2), ("Bob", 1))]
        done, _ = loop.run_until_complete(asyncio.wait(tasks))
        return sorted(task.result() for task in done)
    finally:
        loop.close()
        asyncio.set_event_loop(None)


def style_forever():
    loop = asyncio.new_event_loop()
    results = []

    def finished(task):
        results.append(task.result())
        if len(results) == 2:
            loop.stop()

    for name, pause in (("Cid", 2), ("Dot", 1)):
        asyncio.ensure_future(greet(name, pause), loop=loop).add_done_callback(finished)
    loop.run_forever()
    print("  running:", loop.is_running(), "closed:", loop.is_closed())
    loop.close()
    return results


def style_2018():
    async def main():
        return await asyncio.gather(greet("Eve", 2), greet("Fay", 1))
    return asyncio.run(main())


def style_2022():
    async def main():
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(greet(*each)) for each in (("Gus", 2), ("Hal", 1))]
        return [task.result() for task in tasks]
    return asyncio.run(main())


for style in (style_2015, style_forever, style_2018, style_2022):
    print(style.__name__)
    print("  ", style())
for gone in ("coroutine", "async", "Loop"):
    print(gone, hasattr(asyncio, gone))
try:
    asyncio.sleep(1, loop=None)
except TypeError as error:
    print(error)
try:
    asyncio.Queue(loop=1)
except TypeError as error:
    print(error)

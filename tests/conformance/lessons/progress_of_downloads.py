"""as_completed for a progress line: results as they come, errors among them, and a limit in all."""
import asyncio


class Broken(Exception):
    pass


async def download(name, seconds, size):
    await asyncio.sleep(seconds)
    if size < 0:
        raise Broken(f"{name} broke off")
    return name, size


def bar(done, total, width=10):
    filled = width * done // total
    return f"[{'#' * filled}{'.' * (width - filled)}] {done}/{total}"


async def main():
    jobs = [download("a.zip", 3, 300), download("b.zip", 1, 80), download("c.zip", 2, -1), download("d.zip", 2, 5)]
    got = 0
    for done, finished in enumerate(asyncio.as_completed(jobs), 1):
        try:
            name, size = await finished
        except Broken as error:
            print(bar(done, len(jobs)), "failed:", error)
        else:
            got += size
            print(bar(done, len(jobs)), name, f"{got} kB")

    print("with a limit in all")
    tasks = [asyncio.create_task(download(f"{n}.iso", n, n), name=f"load {n}") for n in (1, 2, 3, 4)]
    try:
        for finished in asyncio.as_completed(tasks, timeout=2.5):
            print(await finished)
    except TimeoutError as error:
        print("out of time", repr(error))
    for task in tasks:
        if not task.done():
            print("cancelling", task.get_name(), task.cancel())
    print([type(result).__name__ for result in await asyncio.gather(*tasks, return_exceptions=True)])

asyncio.run(main())

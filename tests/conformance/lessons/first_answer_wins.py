"""Ask several mirrors, take the first good answer, cancel the rest; if all fail, say why."""
import asyncio


async def mirror(name, delay, ok=True):
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ConnectionError(f"{name} refused")
        return f"answer of {name}"
    except asyncio.CancelledError:
        print(f"  {name} cancelled")
        raise


async def first_good(*attempts):
    pending, errors = [asyncio.ensure_future(a) for a in attempts], []
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                errors.append(task.exception())
        raise ExceptionGroup("all mirrors failed", errors)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def main():
    print(await first_good(mirror("slow", 3), mirror("bad", 1, ok=False), mirror("quick", 2)))
    try:
        await first_good(mirror("a", 1, ok=False), mirror("b", 2, ok=False))
    except ExceptionGroup as group:
        print(group, [str(e) for e in group.exceptions])


asyncio.run(main())

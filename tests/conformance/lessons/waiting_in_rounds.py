"""asyncio.wait in a loop: first completed, first exception, timeouts, and what is still pending."""
import asyncio


async def job(name, seconds, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(f"{name} failed")
    return f"{name} done"


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    pending = {asyncio.create_task(job(n, s), name=n) for n, s in (("x", 2), ("y", 1), ("z", 1))}
    rounds = 0
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        rounds += 1
        print(f"round {rounds}: done {names(done)} pending {names(pending)}")

    tasks = [asyncio.create_task(job(n, s, f), name=n) for n, s, f in (("p", 3, False), ("q", 1, True), ("r", 2, False))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(task.exception()) for task in done])
    done, pending = await asyncio.wait(pending, timeout=1.5)
    print(names(done), names(pending), [task.result() for task in done])
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(names(done), pending, [task.cancelled() for task in tasks])

    for wrong in (lambda: asyncio.wait([]), lambda: asyncio.wait([job("w", 0)]), lambda: asyncio.wait(tasks, return_when="SOME"), lambda: asyncio.wait(tasks[0])):
        try:
            await wrong()
        except (TypeError, ValueError) as error:
            print(f"{type(error).__name__}: {error}")

asyncio.run(main())

"""Asking a second server when the first is slow, and cancelling whoever loses."""
import asyncio


async def ask(server, seconds):
    print(f"  asking {server}")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {server} is told to stop")
        raise
    if seconds == 1.5:
        raise ConnectionError(f"{server} hung up")
    return f"answer of {server} after {asyncio.get_running_loop().time():g}"


async def hedged(servers, patience):
    """Each next server is asked once all before it are late or have failed."""
    waiting, problems = set(), []
    servers = iter(servers.items())
    more = True
    try:
        while True:
            server = next(servers, None) if more else None
            if server is None:
                more = False
            else:
                waiting.add(asyncio.create_task(ask(*server), name=server[0]))
            if not waiting:
                raise ExceptionGroup("no server answered", problems)
            done, waiting = await asyncio.wait(waiting, timeout=patience if more else None, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                problems.append(task.exception())
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def main():
    for servers in ({"fast": 0.2, "spare": 1}, {"slow": 5, "spare": 1}, {"bad": 1.5, "fair": 3}, {"bad": 1.5, "worse": 1.5}):
        print(servers)
        try:
            print(" ", await hedged(servers, 1))
        except* ConnectionError as group:
            print(" ", group.message, [str(error) for error in group.exceptions])

asyncio.run(main())

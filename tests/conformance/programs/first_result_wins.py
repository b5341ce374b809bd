"""A race: the losers are cancelled and awaited."""
import asyncio


async def server(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError:
        print(name, "stops")
        raise


async def race(*coroutines):
    winner = asyncio.get_running_loop().create_future()

    def finished(task):
        if not winner.done():
            winner.set_result(task.result())

    tasks = [asyncio.create_task(c) for c in coroutines]
    for task in tasks:
        task.add_done_callback(finished)
    try:
        return await winner
    finally:
        losers = [t for t in tasks if not t.done()]
        for task in losers:
            task.cancel()
        await asyncio.gather(*losers, return_exceptions=True)

print(asyncio.run(race(server("slow", 3), server("fast", 1), server("mid", 2))))

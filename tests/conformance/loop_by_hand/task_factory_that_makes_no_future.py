import asyncio


async def work():
    pass


def five(loop, coroutine, **options):
    coroutine.close()
    return 5


async def asked():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(five)
    for name, ask in {
        "gather": lambda: asyncio.gather(work(), work()),
        "wait_for": lambda: asyncio.wait_for(work(), 1),
        "wait_for 0": lambda: asyncio.wait_for(work(), 0),
        "shield": lambda: asyncio.shield(work()),
    }.items():
        try:
            await ask()
        except AttributeError as error:
            print(name, error)
    print(asyncio.ensure_future(work()))
    loop.set_task_factory(None)


loop = asyncio.new_event_loop()
loop.set_task_factory(five)
try:
    loop.run_until_complete(work())
except AttributeError as error:
    print(error)
loop.set_task_factory(None)
loop.run_until_complete(asked())
loop.close()

"""How long what a failure leaves behind lives: as long as tracebacks that tie themselves to it."""
import asyncio


class Witness:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def fails(name):
    witness = Witness(name)
    await asyncio.sleep(0)
    raise ValueError(name)


async def slow(name):
    witness = Witness(name)
    await asyncio.sleep(5)


async def own_timeout(name):
    witness = Witness(name)
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def own_group(name):
    witness = Witness(name)
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(name + " child"))


async def quiet(awaitable):
    try:
        await awaitable
    except (Exception, asyncio.CancelledError) as error:
        print("caught", repr(error))


async def main():
    await quiet(fails("plain"))
    await quiet(asyncio.create_task(fails("task")))
    await quiet(asyncio.wait_for(fails("wait_for"), 1))
    await quiet(asyncio.wait_for(fails("wait_for without limit"), None))
    await quiet(asyncio.wait_for(asyncio.create_task(fails("wait_for task without limit")), None))
    await quiet(asyncio.wait_for(slow("wait_for too late"), 1))
    await quiet(asyncio.wait_for(fails("no time"), 0))
    await quiet(asyncio.wait_for(asyncio.gather(fails("wait_for gather")), 1))
    await quiet(asyncio.gather(fails("gather")))
    await quiet(asyncio.shield(fails("shield")))
    await quiet(asyncio.timeout(1).__aenter__())
    await quiet(own_timeout("timeout"))
    await quiet(asyncio.create_task(own_timeout("timeout in a task")))
    await quiet(own_group("group"))
    await quiet(asyncio.create_task(own_group("group in a task")))
    await quiet(asyncio.wait_for(own_timeout("wait_for timeout"), 3))
    for each in asyncio.as_completed([fails("as_completed")]):
        await quiet(each)
    task = asyncio.create_task(slow("cancelled"))
    await asyncio.sleep(0)
    task.cancel()
    await quiet(task)
    del task
    print("end of main")
    raise KeyError("main")


async def main2():
    witness = Witness("main 2")
    raise KeyError("main 2")

async def main3():
    witness = Witness("main 3")
    raise KeyError("main 3")

try:
    asyncio.run(main())
except KeyError:
    print("after main")
try:
    asyncio.run(main2())
except KeyError:
    print("after main 2")
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main3())
except KeyError:
    print("after main 3")
loop.close()
print("end")

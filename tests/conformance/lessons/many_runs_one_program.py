"""asyncio.run again and again, Runner with one loop, results, errors, and what is not allowed."""
import asyncio


async def whoami(tag):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.5)
    return f"{tag} in {asyncio.current_task().get_name()} at {loop.time():g}"


async def leaves_tasks_behind():
    async def straggler(n):
        try:
            await asyncio.sleep(50)
        finally:
            print(f"  straggler {n} is cancelled at the end")
    tasks = [asyncio.create_task(straggler(n)) for n in range(2)]
    await asyncio.sleep(1)
    return len(tasks)


async def fails():
    raise LookupError("lost")


async def nests():
    inner = whoami("inner")
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        inner.close()
        return str(error)


print(asyncio.run(whoami("first")))
print(asyncio.run(whoami("second")))
print(asyncio.run(leaves_tasks_behind()))
try:
    asyncio.run(fails())
except LookupError as error:
    print("passed through run:", error)
print(asyncio.run(nests()))
for wrong in (whoami, 5):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" at ")[0].split("0x")[0])

with asyncio.Runner() as runner:
    print(runner.run(whoami("third")), "|", runner.run(whoami("fourth")))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
print(loop.is_closed())
try:
    runner.run(whoami.__call__("late"))
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)

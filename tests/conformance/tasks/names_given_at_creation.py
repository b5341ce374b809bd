"""name= of create_task and its kin: kept as a string; None gives the name that would come anyway."""
# shows: task / create_task / name= is set as with set_name(), None leaves the default; keyword-only
# shows: eventloop / loop.create_task / name= as with create_task; a Task of this loop
# shows: task / create_task / the task belongs to the running loop
import asyncio


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for make in (asyncio.create_task, loop.create_task):
        tasks = [make(nothing(), name=name) for name in ("text", 5, ("a", 1), "", None)]
        tasks.append(make(nothing()))
        print([task.get_name() for task in tasks], {type(task.get_name()) for task in tasks})
        print({type(task) for task in tasks} == {asyncio.Task}, {task.get_loop() is loop for task in tasks})
        await asyncio.gather(*tasks)
        coroutine = nothing()
        try:
            make(coroutine, "positional")
        except TypeError:
            coroutine.close()
            print("keyword-only")


asyncio.run(main())

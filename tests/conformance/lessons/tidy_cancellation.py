"""Cancelling a tree of tasks: clean-up in order, awaiting in finally, refusing, and messages."""
import asyncio


def say(*words):
    print(f"{asyncio.get_running_loop().time():4.1f}", *words)


async def leaf(name, cleanup):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        say(name, "hears", error.args)
        await asyncio.sleep(cleanup)
        say(name, "is clean")
        raise


async def branch(name, *children):
    tasks = [asyncio.create_task(child, name=f"{name}.{i}") for i, child in enumerate(children)]
    try:
        await asyncio.gather(*tasks)
    finally:
        say(name, "sees", [task.cancelling() for task in tasks])
        results = await asyncio.gather(*tasks, return_exceptions=True)
        say(name, "children ended", [type(result).__name__ for result in results])


async def stubborn():
    for left in (2, 1, 0):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            say("stubborn says no,", left, "left, cancelling() is", asyncio.current_task().cancelling())
            asyncio.current_task().uncancel()
            if not left:
                return "gave in"


async def main():
    tree = asyncio.create_task(branch("tree", leaf("a", 0.5), branch("bough", leaf("b", 1), leaf("c", 0.2))))
    await asyncio.sleep(1)
    tree.cancel("time to go")
    try:
        await tree
    except asyncio.CancelledError as error:
        say("tree", error.args, tree.cancelled())

    mule = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    for _ in range(3):
        mule.cancel()
        await asyncio.sleep(0.1)
    say(mule.done(), mule.result(), mule.cancel(), mule.cancelling())

    early = asyncio.create_task(leaf("never begins", 0))
    early.cancel()
    await asyncio.wait([early])
    say(early.cancelled(), early.get_coro().cr_frame)
    future = asyncio.get_running_loop().create_future()
    future.cancel("no")
    for action in (future.result, future.exception, lambda: future.set_result(1)):
        try:
            action()
        except (asyncio.CancelledError, asyncio.InvalidStateError) as error:
            say(type(error).__name__, error)

asyncio.run(main())

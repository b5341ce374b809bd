"""A task that is none of asyncio's tells asyncio of itself, and is seen."""
# shows: extending / _register_task / from then on all_tasks() shows it
# shows: extending / _unregister_task / from then on it does not
# shows: extending / _enter_task / current_task() is the task from then on
# shows: extending / _leave_task / no task is the current one
import asyncio


class Own:
    def __init__(self, loop):
        self.loop = loop

    def done(self):
        return False

    def get_loop(self):
        return self.loop

    def get_name(self):
        return "of my own"


def step(own, loop):
    asyncio.tasks._enter_task(loop, own)
    print("entered", asyncio.current_task() is own)
    try:
        asyncio.tasks._enter_task(loop, own)
    except RuntimeError as error:
        print(str(error).split(" <")[0])
    asyncio.tasks._leave_task(loop, own)
    print("left", asyncio.current_task())
    try:
        asyncio.tasks._leave_task(loop, own)
    except RuntimeError as error:
        print(str(error).split(" <")[0])


async def main():
    loop = asyncio.get_running_loop()
    own = Own(loop)
    asyncio.tasks._register_task(own)
    print(own in asyncio.all_tasks(), len(asyncio.all_tasks()))
    loop.call_soon(step, own, loop)
    await asyncio.sleep(0)
    asyncio.tasks._unregister_task(own)
    print(own in asyncio.all_tasks(), len(asyncio.all_tasks()))


asyncio.run(main())

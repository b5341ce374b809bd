"""What the current loop still leads to at the end says nothing any more: no `finally`, no warning."""
import asyncio


async def left_running():
    try:
        await asyncio.sleep(5)
    finally:
        print("not seen")


def generator(name):
    try:
        yield
    finally:
        print("closed:", name)


class Cycle:
    def __init__(self):
        self.itself = self

    def __del__(self):
        print("a cycle that nobody knows goes")


async def never_begun():
    pass


Cycle()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(left_running())
loop.call_later(1, loop.stop)
loop.run_forever()
known = generator("of the module, not seen")
next(known)
not_awaited = never_begun()
not_run = loop.create_task(never_begun())
print("end")

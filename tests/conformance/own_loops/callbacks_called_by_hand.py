# What a loop's own call_soon was given, called again or with the wrong arguments.
import asyncio

given = []


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        given.append(callback)
        return super().call_soon(callback, *args, context=context)


def show(loop, context):
    print(context["message"].partition(" object at ")[0], type(context["exception"]).__name__)


async def main():
    await asyncio.sleep(0)
    await asyncio.gather(asyncio.sleep(0), asyncio.shield(asyncio.sleep(0)))
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
    await asyncio.wait([asyncio.create_task(asyncio.sleep(0))])
    return 1


loop = Loop()
loop.set_exception_handler(show)
loop.run_until_complete(main())
step = given[0]
try:
    step()
except asyncio.InvalidStateError as error:
    print(str(error).partition(" coro=")[0])
told = {}
for callback in given:
    if "done" in getattr(callback, "__name__", "") or "complet" in getattr(callback, "__name__", ""):
        told[callback.__qualname__] = callback
for callback in told.values():
    for arguments in ((), (1, 2)):
        try:
            callback(*arguments)
        except TypeError as error:
            print(error)
loop.call_soon(step)
loop.call_later(0.1, loop.stop)
loop.run_forever()

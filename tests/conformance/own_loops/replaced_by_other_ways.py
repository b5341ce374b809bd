# A method of a loop that is replaced past its own __setattr__, or on its class once it is made.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    pass


def call_soon(self, callback, *args, context=None):
    print("call_soon", getattr(callback, "__name__", "step"))
    return asyncio.SelectorEventLoop.call_soon(self, callback, *args, context=context)


async def main():
    print("main")


loop = Loop()
Loop.call_soon = call_soon
loop.run_until_complete(main())
for replace in (
    lambda loop, method: object.__setattr__(loop, "call_soon", method),
    lambda loop, method: vars(loop).update(call_soon=method),
):
    loop = asyncio.new_event_loop()
    replace(loop, call_soon.__get__(loop))
    loop.run_until_complete(main())
    loop.close()

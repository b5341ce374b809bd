# A loop's own methods are called wherever asyncio calls them by their names.
import asyncio


class Telling(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        name = getattr(callback, "__qualname__", type(callback).__name__)
        print("call_soon", name, getattr(callback, "__module__", "-"), args, context is not None)
        return super().call_soon(callback, *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        print("call_soon_threadsafe", callback.__qualname__, len(args))
        return super().call_soon_threadsafe(callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        print("call_later", delay, callback.__qualname__, args)
        return super().call_later(delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        print("call_at", when, callback.__name__)
        return super().call_at(when, callback, *args, context=context)

    def create_task(self, coro, *, name=None, context=None):
        print("create_task", coro.__name__, name, context is not None)
        return super().create_task(coro, name=name, context=context)

    def create_future(self):
        print("create_future")
        return super().create_future()

    def run_in_executor(self, executor, func, *args):
        print("run_in_executor", executor, func.args[1:], func.keywords, args)
        return super().run_in_executor(executor, func, *args)

    def call_exception_handler(self, context):
        print("call_exception_handler", context["message"].partition("(")[0])
        super().call_exception_handler(context)

    def default_exception_handler(self, context):
        print("default_exception_handler", repr(context["exception"]))

    def run_until_complete(self, future):
        print("run_until_complete", type(future).__name__)
        return super().run_until_complete(future)

    def run_forever(self):
        print("run_forever")
        super().run_forever()

    def stop(self):
        print("stop")
        super().stop()

    def close(self):
        print("close")
        super().close()

    def set_debug(self, enabled):
        print("set_debug", enabled)
        super().set_debug(enabled)


async def child(seconds):
    await asyncio.sleep(seconds, "slept")
    return seconds


async def numbers():
    yield 1
    yield 2


async def main():
    loop = asyncio.get_running_loop()
    print(loop)
    named = asyncio.create_task(child(1), name="named")
    print(await asyncio.gather(child(0.5), named))
    loop.call_soon(lambda: 1 / 0)
    async with asyncio.timeout(5):
        print(await asyncio.shield(child(0.1)))
    print(await asyncio.wait([asyncio.ensure_future(child(0.1))], timeout=2) is not None)
    async with asyncio.TaskGroup() as group:
        group.create_task(child(0.1))
    queue = asyncio.Queue()
    loop.call_later(1, queue.put_nowait, 3)
    print(await queue.get())
    await asyncio.to_thread(print, "in a thread", end="!\n")
    for next_one in asyncio.as_completed([child(0.1)], timeout=2):
        await next_one
    begun = numbers()
    print(await anext(begun))
    del begun
    await asyncio.sleep(0)


with asyncio.Runner(loop_factory=Telling, debug=False) as runner:
    runner.run(main())

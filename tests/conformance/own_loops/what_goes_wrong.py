# Errors of a loop's own methods, and a step that is called too early.
import asyncio


class Eager(asyncio.SelectorEventLoop):
    eager = False

    def call_soon(self, callback, *args, context=None):
        if self.eager:
            try:
                callback(*args)
            except RuntimeError as error:
                print(str(error).partition("<")[0])
        return super().call_soon(callback, *args, context=context)


class Refusing(asyncio.SelectorEventLoop):
    refuses = None

    def create_task(self, coro, **keywords):
        if coro.__name__ == self.refuses:
            coro.close()
            raise LookupError(f"no {coro.__name__} here")
        return super().create_task(coro, **keywords)

    def create_future(self):
        if self.refuses == "future":
            raise OverflowError("no more futures")
        return super().create_future()

    def call_later(self, delay, callback, *args, context=None):
        if delay > 10:
            raise ValueError("too late")
        return super().call_later(delay, callback, *args, context=context)


async def child():
    print("child")


async def eager():
    asyncio.get_running_loop().eager = True
    task = asyncio.create_task(child())
    asyncio.get_running_loop().eager = False
    await task


async def refused():
    loop = asyncio.get_running_loop()
    loop.refuses = "child"
    for what in asyncio.create_task, asyncio.gather, asyncio.ensure_future, asyncio.shield:
        try:
            await what(child())
        except LookupError as error:
            print(error)
    loop.refuses = "future"
    for waiting in asyncio.sleep(1), asyncio.wait([asyncio.current_task()]), asyncio.Event().wait():
        try:
            await waiting
        except OverflowError as error:
            print(error)
    loop.refuses = None
    for waiting in asyncio.sleep(11), asyncio.wait_for(loop.create_future(), 12):
        try:
            await waiting
        except ValueError as error:
            print(error)


for factory, main in (Eager, eager), (Refusing, refused):
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(main())

# A task that has cancelled itself cancels what it comes to wait for, before its step is over.
import asyncio


class Noisy(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel of", self.get_name())
        return super().cancel(msg)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coroutine, **names: Noisy(coroutine, loop=loop, **names))
    for wrap in (lambda task: task, asyncio.gather, asyncio.shield):
        inner = loop.create_task(asyncio.sleep(1))

        async def cancelled_before():
            asyncio.current_task().cancel()
            await wrap(inner)

        print(await asyncio.gather(cancelled_before(), return_exceptions=True))


asyncio.run(main())

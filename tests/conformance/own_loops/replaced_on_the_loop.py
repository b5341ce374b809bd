# A method that is replaced on the loop itself is called like one of a class.
import asyncio


async def worker(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    plain = loop.call_soon

    def call_soon(callback, *args, **keywords):
        print("call_soon with", len(args), sorted(keywords))
        return plain(callback, *args, **keywords)

    loop.call_soon = call_soon
    loop.call_exception_handler = lambda context: print("handled", repr(context["exception"]))
    loop.time = lambda plain=loop.time: plain() + 50
    print(loop.time())
    await asyncio.sleep(1)
    task = asyncio.create_task(worker("first", 1))
    await asyncio.sleep(2)
    del task
    del loop.call_soon, loop.time
    loop.call_soon(print, "plain again")
    await asyncio.sleep(1)
    print(loop.time())


asyncio.run(main())

"""Three stages joined by queues, each with several workers, stopped stage by stage."""
import asyncio


async def stage(name, inbox, outbox, work, seconds):
    while True:
        item = await inbox.get()
        try:
            await asyncio.sleep(seconds)
            result = work(item)
            if outbox is not None:
                await outbox.put(result)
            else:
                print(f"{asyncio.get_running_loop().time():.2f} {name}: {result}")
        except ValueError as error:
            print(f"{asyncio.get_running_loop().time():.2f} {name}: skipped {item!r} ({error})")
        finally:
            inbox.task_done()


async def main():
    texts, numbers, squares = (asyncio.Queue(maxsize=3) for _ in range(3))
    workers = [asyncio.create_task(stage(f"{name}{i}", *rest), name=f"{name}{i}")
               for name, copies, *rest in (("parse", 1, texts, numbers, int, 0.1), ("square", 2, numbers, squares, lambda n: n * n, 0.3), ("print", 1, squares, None, "<{}>".format, 0.05))
               for i in range(copies)]
    for text in "1 2 three 4 5 6.0 7".split():
        await texts.put(text)
    for queue in (texts, numbers, squares):
        await queue.join()
        print("stage empty at", round(asyncio.get_running_loop().time(), 2))
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print({w.get_name(): w.cancelled() for w in workers})


asyncio.run(main())

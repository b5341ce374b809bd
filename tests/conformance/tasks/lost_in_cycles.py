import asyncio
import gc
# lost tasks: several forms
async def waits(f): await f
async def main():
    loop = asyncio.get_running_loop()
    # future referenced by the task only
    asyncio.create_task(waits(loop.create_future()), name="A")
    # event of its own
    async def ev(): await asyncio.Event().wait()
    asyncio.create_task(ev(), name="B")
    # queue of its own
    async def q(): await asyncio.Queue().get()
    asyncio.create_task(q(), name="C")
    await asyncio.sleep(1)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    gc.collect()
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
asyncio.run(main())

"""shield: what it protects, what it does not, and waiting for the rest on the way out."""
import asyncio


async def save(what, seconds=1):
    print(f"  saving {what}")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {what} is lost")
        raise
    print(f"  {what} is saved at {asyncio.get_running_loop().time():g}")
    return what


async def careful():
    saving = asyncio.ensure_future(save("letter"))
    try:
        return await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("  cancelled, but waiting for the letter:", saving.done())
        await saving
        raise


async def cancel_after(coroutine, seconds):
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(seconds)
    task.cancel()
    try:
        print("result", await task)
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())


async def main():
    await cancel_after(save("note"), 0.5)
    await cancel_after(careful(), 0.5)

    inner = asyncio.create_task(save("photo"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    print(outer.cancel(), inner.cancelled(), type(outer).__name__)
    print(await inner, outer.cancelled())

    inner = asyncio.create_task(save("film", 2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.5)
    except TimeoutError:
        print("no more patience, film done:", inner.done())
    inner.cancel()
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("a shield does not hide a cancelled inner task")
    done = asyncio.get_running_loop().create_future()
    done.set_result("ready")
    print(asyncio.shield(done) is done, await asyncio.shield(done))

asyncio.run(main())

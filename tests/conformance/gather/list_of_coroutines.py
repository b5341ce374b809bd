# A list is no awaitable: the error says so, and keeps the coroutines that nobody awaits.
import asyncio
async def f(): return 1
async def main():
    try:
        await asyncio.gather([f(), f()])
    except TypeError as e:
        print('got', e)
    print('after')
    await asyncio.sleep(0)
    try:
        await asyncio.gather(f(), [f()])
    except TypeError as e:
        print('got', e)
        kept = e
    print('after')
asyncio.run(main())
print("end")

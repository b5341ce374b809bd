"""The clock does not jump to a timer that was cancelled."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    late = loop.call_later(100, print, "never")
    loop.call_later(1, late.cancel)
    await asyncio.sleep(2)
    print(loop.time())

asyncio.run(main())
print("end")

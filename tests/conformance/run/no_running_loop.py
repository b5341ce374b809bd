"""Outside a coroutine there is no running loop."""
import asyncio

for function in (asyncio.get_running_loop, asyncio.all_tasks):
    try:
        function()
    except RuntimeError as error:
        print(error)


async def main():
    print(asyncio.get_running_loop() is asyncio.get_event_loop())
    print(asyncio.get_running_loop().is_running())

asyncio.run(main())

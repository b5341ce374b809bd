"""sleep(0) in a loop is moved on by the spin rule until a timer is due."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.001, done.set_result, None)
    polls = 0
    while not done.done():
        polls += 1
        await asyncio.sleep(0)
    print(polls, loop.time())

asyncio.run(main())

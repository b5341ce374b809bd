"""Futures as a conversation between two tasks."""
import asyncio


async def ping(to, back):
    for n in range(3):
        to[n].set_result(f"ping {n}")
        print(await back[n])


async def pong(to, back):
    for n in range(3):
        print(await to[n])
        await asyncio.sleep(1)
        back[n].set_result(f"pong {n}")


async def main():
    make = asyncio.get_running_loop().create_future
    to, back = [make() for _ in range(3)], [make() for _ in range(3)]
    await asyncio.gather(ping(to, back), pong(to, back))

asyncio.run(main())

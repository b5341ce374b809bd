"""Tasks that await one another in a ring."""
import asyncio

tasks = {}


async def member(n):
    print("member", n)
    await tasks[(n + 1) % 3]


async def main():
    for n in range(3):
        tasks[n] = asyncio.create_task(member(n), name=f"member {n}")
    await tasks[0]

asyncio.run(main())

"""match in a coroutine: awaits in subject, guard and body; return, break and continue out of it."""
import asyncio


async def get(x):
    await asyncio.sleep(1)
    return x


async def handle(events):
    total = 0
    for event in events:
        match await get(event):
            case ("add", n) if await get(n > 0):
                total += n
            case ("add", n):
                continue
            case ("stop",):
                break
            case {"return": value}:
                return value
            case str() as text:
                print("text", text)
    return total


async def main():
    print(await handle([("add", 1), ("add", -5), "hello", ("add", 2), ("stop",), ("add", 100)]))
    print(await handle([{"return": "early"}, "never"]))


asyncio.run(main())

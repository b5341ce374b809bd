"""asynccontextmanager and aclosing around asynchronous generators."""
import asyncio
from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def resource(name):
    print("open", name)
    await asyncio.sleep(1)
    try:
        yield name.upper()
    except KeyError as error:
        print("swallowed", error)
    finally:
        await asyncio.sleep(0.5)
        print("close", name)


async def lines():
    try:
        for i in range(5):
            yield f"line {i}"
            await asyncio.sleep(0.1)
    finally:
        print("lines closed")


async def main():
    async with resource("a") as a, resource("b") as b:
        print(a, b)
    async with resource("c"):
        raise KeyError("in c")
    try:
        async with resource("d"):
            raise ValueError("in d")
    except ValueError as error:
        print("out", error)
    async with aclosing(lines()) as source:
        async for line in source:
            print(line)
            if line.endswith("1"):
                break
    print("after")
    try:
        async with asyncio.timeout(0.3):
            async with aclosing(lines()) as source:
                async for line in source:
                    await asyncio.sleep(0.2)
    except TimeoutError:
        print("timeout")


asyncio.run(main())

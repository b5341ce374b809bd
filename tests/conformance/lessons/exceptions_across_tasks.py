"""Where an exception raised in a task shows up: at its await, in gather, or only at its end."""
import asyncio


class ParseError(ValueError):
    """A line could not be read."""


async def parse(line):
    await asyncio.sleep(0.1)
    try:
        return int(line)
    except ValueError as error:
        raise ParseError(f"bad line {line!r}") from error


async def total(lines):
    return sum(await asyncio.gather(*map(parse, lines)))


async def main():
    print(await total(["1", "2"]))
    try:
        await total(["1", "two"])
    except ParseError as error:
        print(error, "|", error.__cause__)
    task = asyncio.create_task(parse("x"))
    await asyncio.sleep(1)
    print(task.done(), repr(task.exception()))
    asyncio.create_task(parse("never looked at"), name="forgotten")
    await asyncio.sleep(1)
    print("main ends well")
    await total(["9", "nine"])


asyncio.run(main())

"""Stages of a pipeline are asynchronous generators, each drawing from the one before."""
import asyncio


async def read_lines(lines, delay=0.1):
    try:
        for number, line in enumerate(lines, start=1):
            await asyncio.sleep(delay)
            yield number, line
    finally:
        print("reader closed")


async def without_blank(source):
    async for number, line in source:
        if line.strip():
            yield number, line


async def parsed(source):
    async for number, line in source:
        key, sep, value = line.partition("=")
        if not sep:
            print(f"line {number}: no '=' in {line!r}")
            continue
        yield key.strip(), value.strip()


async def take(source, n):
    taken = 0
    async for item in source:
        yield item
        taken += 1
        if taken == n:
            break


TEXT = """\
name = Ada

born= 1815
nonsense
field =mathematics
never = reached
"""


async def main():
    stages = parsed(without_blank(read_lines(TEXT.splitlines())))
    async for key, value in stages:
        print(f"{key:>8} -> {value}")
    print()
    reader = read_lines(TEXT.splitlines(), 0.5)
    pairs = {key: value async for key, value in take(parsed(without_blank(reader)), 2)}
    print(pairs)
    await reader.aclose()
    lengths = [len(line) async for _, line in read_lines(["a", "bcd"]) if line != "a"]
    print(lengths)


asyncio.run(main())

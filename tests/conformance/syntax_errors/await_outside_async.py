"""await in a plain function cannot be compiled: status 2."""
import asyncio


def main():
    await asyncio.sleep(1)

main()

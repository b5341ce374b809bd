"""A future that leads back to itself is shown once."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    itself = loop.create_future()
    itself.set_result(itself)
    print(itself)
    first, second = loop.create_future(), loop.create_future()
    first.set_result([second])
    second.set_result({"first": first})
    print(first, second)


asyncio.run(main())

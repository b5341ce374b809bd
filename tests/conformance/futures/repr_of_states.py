"""Pending, finished and cancelled futures look different."""
import asyncio


async def main():
    make = asyncio.get_running_loop().create_future
    a, b, c, d = make(), make(), make(), make()
    b.set_result([1, 2])
    c.set_exception(ValueError("v"))
    d.cancel()
    for future in a, b, c, d:
        print(future)
    c.exception()
    a.add_done_callback(print)
    print(a)
    a.add_done_callback(print)
    print(a)

asyncio.run(main())

"""In debug mode a coroutine that was never awaited tells where it was made."""
# shows: dev / Detect never-awaited coroutines / a RuntimeWarning names the coroutine
# shows: dev / Detect never-awaited coroutines / in debug mode it tells where the coroutine was made
import asyncio
import sys


async def never():
    pass


def make():
    return never()


async def main():
    print(sys.get_coroutine_origin_tracking_depth())
    make()
    coroutine = make()
    own = [(name, line) for file, line, name in coroutine.cr_origin or () if file == __file__]
    print(own, coroutine.cr_origin is None)
    coroutine.close()


asyncio.run(main())
asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
asyncio.run(main())
make()
sys.set_coroutine_origin_tracking_depth(0)
make()
print("end")

"""wraps copies name and docstring to the wrapper."""
import asyncio
import functools


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        began = asyncio.get_running_loop().time()
        try:
            return await function(*args, **kwargs)
        finally:
            took = asyncio.get_running_loop().time() - began
            print(f"{function.__name__} took {took} s")
    return wrapper


@timed
async def cook(dish):
    """Cook something."""
    await asyncio.sleep(len(dish))
    return dish

print(cook.__name__, cook.__doc__, cook.__wrapped__.__name__)
print(asyncio.run(cook("soup")))

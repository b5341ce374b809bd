"""Three factorials side by side: their steps interleave, the results come in the order asked for."""
# shows: task / gather / the awaitables run concurrently
import asyncio


async def factorial(name, number):
    product = 1
    for factor in range(2, number + 1):
        print(f"{name}: {product} * {factor}, at {asyncio.get_running_loop().time()}")
        await asyncio.sleep(1)
        product *= factor
    print(f"{name}: factorial({number}) = {product}")
    return product


async def main():
    print(await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4)))


asyncio.run(main())

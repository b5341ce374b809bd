"""Sleep sort: each number sleeps for its own length, and the clock sorts them."""
import asyncio


async def sleeper(number, result):
    await asyncio.sleep(number)
    result.append(number)


async def sleep_sort(numbers):
    result = []
    await asyncio.gather(*(sleeper(n, result) for n in numbers))
    return result


numbers = [5, 3, 9, 1, 4, 1.5, 3]
print(asyncio.run(sleep_sort(numbers)), sorted(numbers) == asyncio.run(sleep_sort(numbers)))

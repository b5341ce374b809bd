"""Sorting algorithms as asynchronous generators that race by steps, and a recursive merge by gather."""
import asyncio
import random


async def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
            yield items


async def insertion(items):
    for i in range(1, len(items)):
        j = i
        while j and items[j - 1] > items[j]:
            items[j - 1], items[j] = items[j], items[j - 1]
            j -= 1
            yield items


async def quick(items, low=0, high=None):
    high = len(items) - 1 if high is None else high
    if low >= high:
        return
    pivot, middle = items[high], low
    for i in range(low, high):
        if items[i] < pivot:
            items[i], items[middle] = items[middle], items[i]
            middle += 1
        yield items
    items[middle], items[high] = items[high], items[middle]
    async for state in quick(items, low, middle - 1):
        yield state
    async for state in quick(items, middle + 1, high):
        yield state


async def race(sorter, data):
    steps, items = 0, list(data)
    async for _ in sorter(items):
        steps += 1
        await asyncio.sleep(0.01)
    print(f"{sorter.__name__:<10}{steps:>4} steps {items == sorted(data)} at {asyncio.get_running_loop().time():.2f}")
    return steps


async def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = await asyncio.gather(merge_sort(items[:middle]), merge_sort(items[middle:]))
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


async def main():
    data = random.sample(range(100), 10)
    print(data)
    steps = await asyncio.gather(*(race(sorter, data) for sorter in (bubble, insertion, quick)))
    print(min(steps), await merge_sort(data))

asyncio.run(main())

"""Counting words of many pages at once: map, shuffle, reduce, each as tasks."""
import asyncio
import random
from collections import Counter, defaultdict
from functools import reduce

PAGES = {
    "one": "the sun and the sea", "two": "the sea and the wind", "three": "wind and sun and rain", "four": "",
}


async def fetch(name):
    await asyncio.sleep(random.random())
    return PAGES[name]


async def mapper(name):
    text = await fetch(name)
    print(f"mapped {name}: {len(text.split())} words")
    return [(word, 1) for word in text.split()]


async def reducer(word, ones):
    await asyncio.sleep(0.01 * len(word))
    return word, sum(ones)


def shuffle(pairs):
    groups = defaultdict(list)
    for word, one in pairs:
        groups[word].append(one)
    return groups


async def main():
    mapped = await asyncio.gather(*map(mapper, PAGES))
    groups = shuffle(pair for pairs in mapped for pair in pairs)
    reduced = dict(await asyncio.gather(*(reducer(*item) for item in groups.items())))
    print(sorted(reduced.items(), key=lambda item: (-item[1], item[0])))

    counted = []
    for done in asyncio.as_completed([fetch(name) for name in PAGES]):
        counted.append(Counter((await done).split()))
    total = reduce(lambda a, b: a + b, counted, Counter())
    assert total == Counter(reduced)
    print(total.most_common(2), [len(c) for c in counted])

asyncio.run(main())

"""Generator expressions and functions make a lazy pipeline; itertools extends it."""
from itertools import (accumulate, chain, combinations, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise,
                       permutations, product, repeat, starmap, takewhile, tee, zip_longest, compress)
from operator import itemgetter, mul

LOG = """\
10:01 INFO start
10:02 WARN disk 91%
10:03 INFO tick
10:05 ERROR disk full
10:07 WARN fan"""


def lines(text):
    for line in text.splitlines():
        print(f"   read {line!r}")
        yield line


records = (line.split(maxsplit=2) for line in lines(LOG))
serious = ((time, text) for time, level, text in records if level != "INFO")
print("nothing read yet")
print(next(serious))
print(list(serious))


def primes():
    yield 2
    found = []
    for n in count(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(islice(primes(), 12)), sum(takewhile(lambda p: p < 100, primes())))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3, 4], mul, initial=10)), list(accumulate([3, 1, 4], max)))
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "cd"])), list(islice(cycle("xy"), 5)), list(repeat(7, 3)))
print(list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", repeat=2))[:3], list(zip_longest("abc", [1], fillvalue="-")))
print(list(dropwhile(lambda n: n < 3, [1, 3, 2])), list(filterfalse(str.isdigit, "a1b2")), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abcd")), list(compress("abcd", [1, 0, 1, 1])))
data = sorted([("fruit", "fig"), ("veg", "leek"), ("fruit", "pear")], key=itemgetter(0))
print({key: [name for _, name in group] for key, group in groupby(data, itemgetter(0))}, [(k, len([*g])) for k, g in groupby("aaabbc")])
a, b = tee(x * x for x in range(4))
print(next(a), next(a), list(b), list(a))


def chunks(items, size):
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(chunks(range(7), 3)), list(flatten([1, [2, (3, [4])], [], 5])), dict(enumerate("ab")), [*map(lambda x, y: x + y, [1, 2], [10, 20, 30])])
print(sum(x * x for x in range(10)), max((len(w), w) for w in "a bbb cc".split()), any(x > 3 for x in [1, 5]), ",".join(str(x) for x in range(3)), list(iter(iter([3, 2, 0, 1]).__next__, 0)))

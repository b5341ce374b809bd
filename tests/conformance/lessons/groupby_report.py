"""itertools.groupby: grouping a sorted table, runs in a sequence, and the usual mistake."""
from itertools import chain, groupby, starmap
from operator import itemgetter

SALES = [
    ("north", "apples", 12), ("south", "pears", 7), ("north", "pears", 3), ("east", "figs", 9),
    ("south", "apples", 5), ("north", "apples", 8), ("east", "figs", 1),
]

region = itemgetter(0)
print("unsorted:", [key for key, _ in groupby(SALES, region)])
table = sorted(SALES)
for name, rows in groupby(table, region):
    rows = list(rows)
    print(f"{name:<6} {sum(map(itemgetter(2), rows)):>3}")
    for fruit, sold in groupby(rows, itemgetter(1)):
        amounts = [row[2] for row in sold]
        print(f"   {fruit:<8}{'+'.join(map(str, amounts)):>6} = {sum(amounts)}")

print([(letter, len(list(run))) for letter, run in groupby("aaabccddddd")])
print(["".join(run) for is_digit, run in groupby("ab12c345", str.isdigit) if is_digit])
days = [1, 2, 3, 7, 8, 12, 14, 15, 16]
runs = [[n for _, n in run] for _, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]
print(", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs))

groups = groupby("AAB", str.lower)
first = next(groups)
second = next(groups)
print("groups share their source:", list(first[1]), list(second[1]))
words = sorted("the quick brown fox jumps over lazy dogs".split(), key=len)
print({size: list(group) for size, group in groupby(words, len)})
print(list(starmap(pow, [(2, 5), (3, 2)])), list(chain.from_iterable(["ab", "c"])))

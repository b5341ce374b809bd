"""Remembering partial answers: knapsack, longest common subsequence, edit distance, coins."""
from functools import cache


def knapsack(things, room):
    """The best value, and the things that make it."""
    best = [(0, ())] * (room + 1)
    for name, (weight, value) in things.items():
        for space in range(room, weight - 1, -1):
            before, chosen = best[space - weight]
            best[space] = max(best[space], (before + value, chosen + (name,)), key=lambda pair: pair[0])
    return best[room]


def common(a, b):
    @cache
    def longest(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + longest(i + 1, j + 1)
        return max(longest(i + 1, j), longest(i, j + 1), key=len)
    return longest(0, 0), longest.cache_info().currsize


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (letter != other))
    return row[-1]


@cache
def ways(amount, *coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    first, *rest = coins
    return ways(amount - first, *coins) + ways(amount, *rest)


luggage = {"tent": (5, 60), "stove": (3, 50), "book": (4, 70), "rope": (2, 30), "lamp": (1, 12)}
print(knapsack(luggage, 10), knapsack(luggage, 0))
print(common("thisisatest", "testing123testing"), common("", "x"))
print([distance(*pair.split("/")) for pair in ("kitten/sitting", "flaw/lawn", "same/same", "/abc")])
print(ways(100, 50, 20, 10, 5, 2, 1), ways.cache_info().misses > 100)
words = ["print", "range", "return", "lambda", "import"]
print({typo: min(words, key=lambda word: distance(typo, word)) for typo in ("pritn", "lamda", "retrun", "impot")})

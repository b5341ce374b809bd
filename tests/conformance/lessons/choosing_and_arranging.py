# /// coroscope
# [cost]
# instruction = 0
# ///
"""Combinations, permutations and products, and what they count."""
from itertools import combinations, combinations_with_replacement, permutations, product
from math import comb, factorial, perm, prod

team = ["Ann", "Ben", "Cid", "Dot"]
print([f"{a}+{b}" for a, b in combinations(team, 2)])
print(len(list(permutations(team))), factorial(4), perm(4, 2), comb(4, 2))
print(["".join(p) for p in permutations("abc", 2)])
print(["".join(c) for c in combinations_with_replacement("xyz", 2)])
print([*product("ab", repeat=2)], len([*product(range(3), "ab", [True, False])]))
print(list(combinations("ab", 3)), list(permutations([])), list(product()))


def change(amount, coins):
    """All ways of paying an amount with at most two of each coin."""
    for counts in product(range(3), repeat=len(coins)):
        if sum(map(lambda n, coin: n * coin, counts, coins)) == amount:
            yield {coin: n for coin, n in zip(coins, counts) if n}


for way in change(70, [50, 20, 10, 5]):
    print(way)


def solve(*words):
    """A letter puzzle, by trying all: the first words add up to the last."""
    letters = sorted(set("".join(words)))
    for digits in permutations(range(10), len(letters)):
        value = dict(zip(letters, digits))
        if any(value[word[0]] == 0 for word in words):
            continue
        *parts, total = (int("".join(str(value[letter]) for letter in word)) for word in words)
        if sum(parts) == total:
            return parts, total


print(solve("AS", "A", "MOM"))
dice = [sum(throw) for throw in product(range(1, 7), repeat=2)]
print({total: dice.count(total) for total in sorted(set(dice))})
print(prod(range(1, 6)), sum(1 for p in permutations(range(4)) if all(i != x for i, x in enumerate(p))))

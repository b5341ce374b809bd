"""Votes counted three ways: plurality, runoff and points, with ties told apart."""
from collections import Counter

BALLOTS = ["tea coffee milk", "coffee milk tea", "tea milk coffee", "milk coffee tea", "coffee tea milk", "tea coffee milk", "milk coffee tea"]
ballots = [ballot.split() for ballot in BALLOTS]


def winners(scores):
    best = max(scores.values())
    return sorted(name for name, score in scores.items() if score == best)


def plurality(ballots):
    return Counter(ballot[0] for ballot in ballots)


def points(ballots):
    scores = Counter()
    for ballot in ballots:
        for place, name in enumerate(reversed(ballot)):
            scores[name] += place
    return scores


def runoff(ballots):
    left = [list(ballot) for ballot in ballots]
    while True:
        counts = plurality(left)
        name, votes = counts.most_common(1)[0]
        print("  round:", dict(sorted(counts.items())))
        if votes * 2 > len(left) or len(counts) == 1:
            return name
        loser = min(sorted(counts), key=counts.get)
        left = [[choice for choice in ballot if choice != loser] for ballot in left]


print("plurality", winners(plurality(ballots)), plurality(ballots).most_common())
print("points", winners(points(ballots)), dict(points(ballots)))
print("runoff", runoff(ballots))
print(f"{'name':<8}{'first':>6}{'points':>8}", *(f"{n:<8}{plurality(ballots)[n]:>6}{points(ballots)[n]:>8}" for n in sorted(ballots[0])), sep="\n")

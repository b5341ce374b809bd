"""Marks of a class: mean, median, mode, spread, grades by bisect, and ranks."""
import statistics
from bisect import bisect, bisect_left, insort

MARKS = {"Ann": 82, "Ben": 67, "Cy": 91, "Di": 67, "Ed": 45, "Flo": 78, "Gus": 100}


def grade(mark, boundaries=(50, 65, 75, 90), letters="EDCBA"):
    return letters[bisect(boundaries, mark)]


values = sorted(MARKS.values())
print(values, statistics.mean(values), statistics.median(values), statistics.mode(values))
print(round(statistics.stdev(values), 3), round(statistics.pstdev(values), 3), round(statistics.variance(values), 3))
print(statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.multimode("aabbc"), statistics.fmean([1, 2.5]))
print(statistics.quantiles(values, n=4), round(statistics.harmonic_mean([40, 60]), 2), round(statistics.geometric_mean([54, 24, 36]), 1))
for name, mark in MARKS.items():
    rank = len(values) - bisect(values, mark) + 1
    print(f"{name:<4}{mark:>4} {grade(mark)} rank {rank} {'*' * (mark // 10)}")
print({letter: [name for name, mark in MARKS.items() if grade(mark) == letter] for letter in "ABCDE"})
for newcomer in (70, 100, 1):
    insort(values, newcomer)
print(values, bisect_left(values, 67), bisect(values, 67))
middle = statistics.mean(values)
print([round((mark - middle) / statistics.pstdev(values), 2) for mark in values])
for wrong in (statistics.mean, statistics.median, statistics.stdev, statistics.mode):
    try:
        wrong([])
    except statistics.StatisticsError as error:
        print(wrong.__name__, error)
xs, ys = range(1, 6), [2.1, 3.9, 6.2, 7.8, 10.1]
slope, intercept = statistics.linear_regression(xs, ys)
print(round(slope, 3), round(intercept, 3), round(statistics.correlation(xs, ys), 4))

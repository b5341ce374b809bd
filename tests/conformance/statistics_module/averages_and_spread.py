import statistics as s
from fractions import Fraction


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


samples = [[1, 2, 3, 4], [1.5, 2.5, 4.75, 2.25], [0.1] * 10, [3], [Fraction(1, 3), Fraction(1, 6)], [1e300, 1e300], [1, 2.5],
           [10 ** 20, 1], [True, False, True], [2, 2, 3, 1, 1]]
for data in samples:
    for function in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.mode, s.multimode, s.pvariance, s.variance,
                     s.stdev, s.pstdev, s.geometric_mean, s.harmonic_mean, s.quantiles):
        attempt(function, data)
for function in (s.mean, s.fmean, s.median, s.mode, s.multimode, s.variance, s.pstdev, s.harmonic_mean):
    attempt(function, [])
attempt(s.mean, ['a'])
attempt(s.harmonic_mean, [40, 60], weights=[5, 30])
attempt(s.fmean, [1, 2], [1, 3])
attempt(s.quantiles, range(1, 12), n=10)
attempt(s.quantiles, [1, 5, 7, 2], n=4, method='inclusive')
attempt(s.median_grouped, [52, 52, 53, 54])
attempt(s.mode, ['red', 'blue', 'blue'])
attempt(s.covariance, [1, 2, 3], [1, 5, 7])
attempt(s.correlation, [1, 2, 3], [1, 5, 7])
attempt(s.linear_regression, [1, 2, 3], [1, 5, 7])
attempt(s.correlation, [1, 1], [1, 2])
attempt(s.stdev, [1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.zscore(130), n + 5, n * 2, n + s.NormalDist(1, 8), n == s.NormalDist(100, 15))
print(s.NormalDist.from_samples([1, 2, 3]), n.samples(2, seed=1))
